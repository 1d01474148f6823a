import type { Quad } from '../../../../miniprogram/image/quad'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { findApproximate, type Match } from './approximate'
import { comparable, type Script, type Spelling } from './spellings'

/** A label found in a view; a label that both pages print has a field of each. */
export interface FoundLabel {
  readonly fields: readonly Field[]
  readonly script: Script
  readonly errors: number
  /** Characters of the printed label. */
  readonly length: number
  /** px of the view, corners in reading order */
  readonly box: Quad
  /** Bounding box of the English label, where the form prints it right behind the Chinese one. */
  readonly english?: Quad
}

export interface LabelMatch extends Match {
  readonly spelling: Spelling
}

const LATIN = /[a-z]/
/** Shorter labels match only in full length. */
const MIN_LENGTH_FOR_GAPS = 4

/** A character for comparison, and the index of its glyph. */
interface Indexed {
  readonly text: string
  readonly index: number
}

/** Whether a match is a whole word: "VIN" within a word is no label. */
function standsApart(text: readonly Indexed[], { start, end }: Match): boolean {
  const joins = (a: Indexed | undefined, b: Indexed | undefined, letter: Indexed | undefined): boolean =>
    LATIN.test(letter?.text ?? '') && (b?.index ?? 0) - (a?.index ?? 0) < 2
  return !joins(text[start - 1], text[start], text[start - 1]) && !joins(text[end - 1], text[end], text[end])
}

function isLabel(text: readonly Indexed[], { characters, script }: Spelling, match: Match): boolean {
  if (script === 'en') return standsApart(text, match)
  const whole = match.end - match.start === characters.length
  return whole || characters.length >= MIN_LENGTH_FOR_GAPS
}

/** Penalty of an error in characters; makes 准率引总质量 match 准牵引总质量 rather than 总质量. */
const ERROR_WEIGHT = 1.5

const score = ({ errors, spelling }: LabelMatch): number => spelling.characters.length - ERROR_WEIGHT * errors

/** Punctuation that ends a label. */
const PUNCTUATION = /^[\s.:·]$/

/** Index behind the glyph at `last` and its punctuation. */
function endBehind(glyphs: readonly string[], last: number): number {
  let end = last + 1
  while (PUNCTUATION.test((glyphs[end] ?? '').normalize('NFKC'))) end++
  return end
}

/** Finds the labels in a line, best first, without overlaps. Indexes are into `glyphs`. */
export function findLabels(glyphs: readonly string[], spellings: readonly Spelling[]): LabelMatch[] {
  const indexed: Indexed[] = glyphs.flatMap((glyph, index) =>
    Array.from(comparable(glyph), (text) => ({ text, index })),
  )
  const text = indexed.map((one) => one.text)
  const matches = spellings.flatMap((spelling) => {
    const match = findApproximate(text, spelling.characters, spelling.maxErrors)
    return match && isLabel(indexed, spelling, match) ? [{ ...match, spelling }] : []
  })
  matches.sort((a, b) => score(b) - score(a) || b.spelling.characters.length - a.spelling.characters.length)
  const kept: LabelMatch[] = []
  for (const match of matches) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match)
  }
  return kept.map((match) => ({
    ...match,
    start: indexed[match.start]?.index ?? 0,
    end: endBehind(glyphs, indexed[match.end - 1]?.index ?? 0),
  }))
}
