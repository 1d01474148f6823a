import { greedyDecode, type ReadCharacter } from '../ocr/ctc'
import { boundsOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Quad } from '../../../../miniprogram/image/quad'
import { cut, type Line } from '../ocr/line'
import { partsByColor } from './colors'
import { splitDates } from './split-dates'
import { endOfEnglish } from './english'
import { findLabels, type FoundLabel, type LabelMatch } from './find-labels'
import { isPartOfValue } from './part-of-value'
import type { Spelling } from './spellings'
import { trimmed } from './trim'

/** A piece of text other than a label. */
export interface Piece {
  readonly line: Line
  readonly text: string
  /** px of the view */
  readonly rect: Rect
  /** Whether it overlaps its label, and may lack its first characters. */
  readonly crossed?: boolean
}

export interface LineParts {
  readonly labels: readonly FoundLabel[]
  readonly pieces: readonly Piece[]
}

export const pieceOf = (line: Line): Piece => ({
  line,
  text: greedyDecode(line.steps)
    .map(({ text }) => text)
    .join(''),
  rect: boundsOf(line.box),
})

/** In character pitches; from the center of a label's last character to the right edge of its box. */
const PADDING = 0.9

const HAN = /\p{Script=Han}/u
/** Probability above which a character in place of a label's last one is not misread. */
const MIN_PROBABILITY = 0.5
/** Difference of two relative pitch errors that decides between label and value. */
const MIN_DIFFERENCE = 0.12

/** Relative difference between the distance of two characters and the pitch of a run. */
function pitchError(a: ReadCharacter | undefined, b: ReadCharacter | undefined, run: readonly ReadCharacter[]): number {
  const gaps = run.slice(1).map(({ at }, i) => at - (run[i]?.at ?? at))
  const pitch = median(gaps)
  return a && b && pitch ? Math.abs(b.at - a.at - pitch) / pitch : 0
}

/** Whether the character in place of a label's last one is the value's first, printed over it. */
function isFirstOfValue(glyphs: readonly ReadCharacter[], start: number, last: number): boolean {
  const own = glyphs[last]
  if (!own) return false
  if (!HAN.test(own.text)) return true
  const ofLabel = pitchError(glyphs[last - 1], own, glyphs.slice(start, last))
  const ofValue = pitchError(own, glyphs[last + 1], glyphs.slice(last + 1, last + 5))
  return Math.abs(ofLabel - ofValue) > MIN_DIFFERENCE ? ofValue < ofLabel : own.probability > MIN_PROBABILITY
}

/** Excludes the first character of a value printed over the label's last: 总质8702kg. */
function withoutValue(glyphs: readonly ReadCharacter[], match: LabelMatch): LabelMatch {
  const { spelling, errors, start, end } = match
  const last = glyphs[end - 1]
  if (spelling.script !== 'zh' || errors === 0 || end - start < 2 || !last) return match
  if (spelling.characters.includes(last.text) || end === glyphs.length) return match
  return isFirstOfValue(glyphs, start, end - 1) ? { ...match, end: end - 1 } : match
}

/** In character pitches of the label; a nearer value overlaps it. */
const CROSSING = 1.2

/** Whether a value may overlap its label: the last character of the label was misread, and there is no gap. */
function isCrossed(glyphs: readonly ReadCharacter[], { spelling, start, end, errors }: LabelMatch): boolean {
  const [first, last, next] = [glyphs[start], glyphs[end - 1], glyphs[end]]
  if (spelling.script !== 'zh' || errors === 0 || end - start < 2 || !first || !last || !next) return false
  const pitch = (last.at - first.at) / (end - start - 1)
  return last.text !== spelling.characters.at(-1) && next.at - last.at < CROSSING * pitch
}

/** The end of a label, including the English one behind it. */
function behind(glyphs: readonly string[], { spelling, end }: LabelMatch): number {
  const [field] = spelling.fields
  return field && spelling.script === 'zh' ? endOfEnglish(glyphs, end, field) : end
}

/** Splits a line into its labels and the pieces around them. */
export function splitLine(line: Line, spellings: readonly Spelling[]): LineParts {
  const glyphs = greedyDecode(line.steps)
  const texts = glyphs.map(({ text }) => text)
  const matches = findLabels(texts, spellings)
    .filter((match) => !isPartOfValue(glyphs, match))
    .map((match) => withoutValue(glyphs, match))
    .sort((a, b) => a.start - b.start)
    .map((match, i, { [i + 1]: next }) => ({ ...match, behind: behind(texts.slice(0, next?.start), match) }))

  /** Left edge of a glyph, as a share (0..1) of the line. */
  const edge = (index: number): number => {
    const [before, after] = [glyphs[index - 1], glyphs[index]]
    return before && after ? (before.at + after.at) / 2 : before ? 1 : 0
  }
  /** Right edge of a label box: dashes that were not read may follow in its line. */
  const endOf = (start: number, end: number): number => {
    const [first, last] = [glyphs[start], glyphs[end - 1]]
    if (end < glyphs.length || end - start < 3 || !first || !last) return edge(end)
    return Math.min(1, last.at + (PADDING * (last.at - first.at)) / (end - start - 1))
  }
  const boxOf = (start: number, end: number): Quad => cut(line, edge(start), endOf(start, end)).box
  const labels = matches.map(({ spelling, start, end, behind, errors }): FoundLabel => ({
    fields: spelling.fields,
    script: spelling.script,
    errors,
    length: spelling.characters.length,
    box: boxOf(start, end),
    ...(behind > end && { english: boxOf(end, behind) }),
  }))

  const starts = [0, ...matches.map(({ behind }) => behind)]
  const ends = [...matches.map(({ start }) => start), glyphs.length]
  const pieces = starts.flatMap((start, i) => {
    const end = ends[i] ?? start
    const blank = texts.slice(start, end).join('').trim() === ''
    if (blank) return []
    const [first, ...others] = partsByColor(cut(line, edge(start), edge(end)))
      .flatMap(splitDates)
      .map(trimmed)
      .map(pieceOf)
    const before = matches[i - 1]
    const crossed = before !== undefined && isCrossed(glyphs, before)
    return first ? [{ ...first, crossed }, ...others] : []
  })
  return { labels, pieces }
}
