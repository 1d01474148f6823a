import { isEquivalent } from './confusables'
import { EMPTY } from './priors'

const IGNORED = /[\s·•]/g
/** Dashes, with the unit that some printers keep. */
const ONLY_DASHES = /^[^0-9A-Za-z]*[-—–―−_一ー][^0-9A-Za-z]*(k[gq])?[^0-9A-Za-z]*$/i

/**
 * Whether a text is part of the greedy reading, up to equivalent characters.
 *
 * @param continues characters that would extend the value: part of a longer number does not match
 */
export function matchesGreedy(text: string, greedy: string, continues: RegExp): boolean {
  if (text === EMPTY) return ONLY_DASHES.test(greedy)
  const printed = Array.from(text.replace(IGNORED, ''))
  const read = Array.from(greedy.replace(IGNORED, ''))
  const extend = (neighbor: string | undefined, edge: string | undefined): boolean =>
    neighbor !== undefined && edge !== undefined && continues.test(neighbor) && continues.test(edge)
  return read.some(
    (_, start) =>
      start + printed.length <= read.length &&
      printed.every((character, i) => isEquivalent(character, read[start + i] ?? '')) &&
      !extend(read[start - 1], printed[0]) &&
      !extend(read[start + printed.length], printed.at(-1)),
  )
}
