import { EMPTY } from './priors'
import { isEquivalent } from './confusables'

const UNSAID = /[\s·•]/g
/** Dashes, with the unit that some printers leave. */
const ONLY_DASHES = /^[^0-9A-Za-z]*[-—–―−_一ー][^0-9A-Za-z]*(k[gq])?[^0-9A-Za-z]*$/i

/**
 * Whether a text is what the recognizer read itself, but for differences that say nothing, with other things around
 * it or not.
 *
 * @param continues what would be more of the value at its ends: a part of a longer number is not what was read
 */
export function matchesGreedy(text: string, greedy: string, continues: RegExp): boolean {
  if (text === EMPTY) return ONLY_DASHES.test(greedy)
  const printed = Array.from(text.replace(UNSAID, ''))
  const glyphs = Array.from(greedy.replace(UNSAID, ''))
  const isMore = (glyph: string | undefined, edge: string | undefined): boolean =>
    glyph !== undefined && edge !== undefined && continues.test(glyph) && continues.test(edge)
  return glyphs.some(
    (_, start) =>
      start + printed.length <= glyphs.length &&
      printed.every((character, i) => isEquivalent(character, glyphs[start + i] ?? '')) &&
      !isMore(glyphs[start - 1], printed[0]) &&
      !isMore(glyphs[start + printed.length], printed.at(-1)),
  )
}
