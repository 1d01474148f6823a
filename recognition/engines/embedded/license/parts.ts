import { greedyDecode, type ReadCharacter } from '../ocr/ctc'
import { boundsOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { cut, type Line } from '../ocr/line'
import { partsByColor } from './colors'
import { datesApart } from './dates-apart'
import { endOfEnglish } from './english'
import { findLabels, type LabelMatch } from './find-labels'
import { isSaid } from './said'
import type { Script, Spelling } from './spellings'
import { trimmed } from './trim'

/** A label that was found, on a page yet to be told where both pages print it. */
export interface FoundLabel<F extends Field> {
  readonly fields: readonly F[]
  readonly script: Script
  readonly errors: number
  /** So many characters of it are printed. */
  readonly length: number
  /** px of the view, corners in reading order */
  readonly box: Quad
  /** Around the English label behind a Chinese one, where the form prints it there. */
  readonly english?: Quad
}

/** A piece of text that is no label. */
export interface Piece {
  readonly line: Line
  readonly text: string
  /** px of the view */
  readonly rect: Rect
  /** Whether it begins over its label: its first characters may have gone with that. */
  readonly crossed?: boolean
}

export interface Parts<F extends Field> {
  readonly labels: readonly FoundLabel<F>[]
  readonly pieces: readonly Piece[]
}

export const pieceOf = (line: Line): Piece => ({
  line,
  text: greedyDecode(line.steps)
    .map(({ text }) => text)
    .join(''),
  rect: boundsOf(line.box),
})

/** In distances between its characters: how far beyond the middle of its last one the box of a label reaches. */
const BEYOND = 0.9

const HAN = /\p{Script=Han}/u
/** Surer than this, what was read in place of a label's last character is no misread one. */
const SURE = 0.5
/** How much better it must fit the pitch of the one than of the other, as shares of these. */
const BETTER = 0.12

/** How far two characters are from standing as far apart as those of a run do, as a share of that. */
function misfit(a: ReadCharacter | undefined, b: ReadCharacter | undefined, run: readonly ReadCharacter[]): number {
  const gaps = run.slice(1).map(({ at }, i) => at - (run[i]?.at ?? at))
  const pitch = median(gaps)
  return a && b && pitch ? Math.abs(b.at - a.at - pitch) / pitch : 0
}

/** Whether what was read in place of a label's last character is the value's first, which is printed over it. */
function isValues(glyphs: readonly ReadCharacter[], start: number, last: number): boolean {
  const own = glyphs[last]
  if (!own) return false
  if (!HAN.test(own.text)) return true
  const ofLabel = misfit(glyphs[last - 1], own, glyphs.slice(start, last))
  const ofValue = misfit(own, glyphs[last + 1], glyphs.slice(last + 1, last + 5))
  return Math.abs(ofLabel - ofValue) > BETTER ? ofValue < ofLabel : own.probability > SURE
}

/** The label without what the value begins with, where that is printed over the label's last character: 总质8702kg. */
function withoutValue<F extends Field>(glyphs: readonly ReadCharacter[], match: LabelMatch<F>): LabelMatch<F> {
  const { spelling, errors, start, end } = match
  const last = glyphs[end - 1]
  if (spelling.script !== 'zh' || errors === 0 || end - start < 2 || !last) return match
  if (spelling.characters.includes(last.text) || end === glyphs.length) return match
  return isValues(glyphs, start, end - 1) ? { ...match, end: end - 1 } : match
}

/** In distances between the characters of a label: nearer behind its last one a value stands on it. */
const CROSSING = 1.2

/** Whether a value may begin over its label: the label's last character was not read as such, and no gap parts the two. */
function isCrossed<F extends Field>(
  glyphs: readonly ReadCharacter[],
  { spelling, start, end, errors }: LabelMatch<F>,
): boolean {
  const [first, last, next] = [glyphs[start], glyphs[end - 1], glyphs[end]]
  if (spelling.script !== 'zh' || errors === 0 || end - start < 2 || !first || !last || !next) return false
  const pitch = (last.at - first.at) / (end - start - 1)
  return last.text !== spelling.characters.at(-1) && next.at - last.at < CROSSING * pitch
}

/** Where a label ends, with the English one behind it. */
function behind<F extends Field>(glyphs: readonly string[], { spelling, end }: LabelMatch<F>): number {
  const [field] = spelling.fields
  return field && spelling.script === 'zh' ? endOfEnglish(glyphs, end, field) : end
}

/** Takes a line apart into its labels and what stands before, between and behind them. */
export function takeApart<F extends Field>(line: Line, spellings: readonly Spelling<F>[]): Parts<F> {
  const glyphs = greedyDecode(line.steps)
  const texts = glyphs.map(({ text }) => text)
  const matches = findLabels(texts, spellings)
    .filter((match) => !isSaid(glyphs, match))
    .map((match) => withoutValue(glyphs, match))
    .sort((a, b) => a.start - b.start)
    .map((match, i, { [i + 1]: next }) => ({ ...match, behind: behind(texts.slice(0, next?.start), match) }))

  /** Share (0..1) of the line at which the glyph of this index begins. */
  const edge = (index: number): number => {
    const [before, after] = [glyphs[index - 1], glyphs[index]]
    return before && after ? (before.at + after.at) / 2 : before ? 1 : 0
  }
  /** Where the box of a label ends: what comes behind it in its line may be dashes that were not read. */
  const endOf = (start: number, end: number): number => {
    const [first, last] = [glyphs[start], glyphs[end - 1]]
    if (end < glyphs.length || end - start < 3 || !first || !last) return edge(end)
    return Math.min(1, last.at + (BEYOND * (last.at - first.at)) / (end - start - 1))
  }
  const boxOf = (start: number, end: number): Quad => cut(line, edge(start), endOf(start, end)).box
  const labels = matches.map(({ spelling, start, end, behind, errors }): FoundLabel<F> => ({
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
      .flatMap(datesApart)
      .map(trimmed)
      .map(pieceOf)
    const before = matches[i - 1]
    const crossed = before !== undefined && isCrossed(glyphs, before)
    return first ? [{ ...first, crossed }, ...others] : []
  })
  return { labels, pieces }
}
