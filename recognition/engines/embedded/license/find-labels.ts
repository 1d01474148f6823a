import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { findApproximate, type Match } from './approximate'
import { comparable, type Spelling } from './spellings'

export interface LabelMatch<F extends Field> extends Match {
  readonly spelling: Spelling<F>
}

const LATIN = /[a-z]/
/** Shorter labels must be there in full: one character wrong, none missing. */
const MIN_LENGTH_FOR_GAPS = 4

/** What a label is compared with, and the glyph that it was read in. */
interface Indexed {
  readonly text: string
  readonly index: number
}

/** An English label stands apart: "VIN" within a word is none. */
function standsApart(text: readonly Indexed[], { start, end }: Match): boolean {
  const joins = (a: Indexed | undefined, b: Indexed | undefined, letter: Indexed | undefined): boolean =>
    LATIN.test(letter?.text ?? '') && (b?.index ?? 0) - (a?.index ?? 0) < 2
  return !joins(text[start - 1], text[start], text[start - 1]) && !joins(text[end - 1], text[end], text[end])
}

function isLabel<F extends Field>(
  text: readonly Indexed[],
  { characters, script }: Spelling<F>,
  match: Match,
): boolean {
  if (script === 'en') return standsApart(text, match)
  const whole = match.end - match.start === characters.length
  return whole || characters.length >= MIN_LENGTH_FOR_GAPS
}

/** A wrong character counts against this many right ones: 准率引总质量 is 准牵引总质量, not 总质量 behind something. */
const ERROR_WEIGHT = 1.5

const score = <F extends Field>({ errors, spelling }: LabelMatch<F>): number =>
  spelling.characters.length - ERROR_WEIGHT * errors

/** What may follow a label and belongs to it. */
const POINTS = /^[\s.:·]$/

/** The index behind the glyph at `last` and the points that follow it. */
function endBehind(glyphs: readonly string[], last: number): number {
  let end = last + 1
  while (POINTS.test((glyphs[end] ?? '').normalize('NFKC'))) end++
  return end
}

/**
 * Finds the labels in a line, those that fit best first; what overlaps a better one is none. `glyphs` are the
 * line's characters, one each; the matches' indexes are into them.
 */
export function findLabels<F extends Field>(
  glyphs: readonly string[],
  spellings: readonly Spelling<F>[],
): LabelMatch<F>[] {
  const indexed: Indexed[] = glyphs.flatMap((glyph, index) =>
    Array.from(comparable(glyph), (text) => ({ text, index })),
  )
  const text = indexed.map((one) => one.text)
  const matches = spellings.flatMap((spelling) => {
    const match = findApproximate(text, spelling.characters, spelling.maxErrors)
    return match && isLabel(indexed, spelling, match) ? [{ ...match, spelling }] : []
  })
  matches.sort((a, b) => score(b) - score(a) || b.spelling.characters.length - a.spelling.characters.length)
  const kept: LabelMatch<F>[] = []
  for (const match of matches) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match)
  }
  return kept.map((match) => ({
    ...match,
    start: indexed[match.start]?.index ?? 0,
    end: endBehind(glyphs, indexed[match.end - 1]?.index ?? 0),
  }))
}
