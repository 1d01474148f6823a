import type { Path } from './beam-search'
import type { Emission } from './emissions'
import { confusionsOf } from './confusables'

/** How likely it is that what stands there is of none of the forms that are known. */
const OTHER_FORM = 0.002
/** How likely a printed character is not seen. */
const UNSEEN = 0.01

/**
 * Natural logarithm of how likely it is that the recognizer's own reading is right after all and the forms are wrong,
 * beside the text of a trail: little where that is what was read anyway, much where a lot had to be read otherwise.
 */
export function outOfGrammarLogOdds(trail: Path | undefined, observations: readonly Emission[]): number {
  let log = Math.log(OTHER_FORM)
  for (let at = trail; at; at = at.before) {
    const { printed, glyph, step, probability } = at
    if (printed === '-' && glyph === '') continue
    const likeness = confusionsOf(printed).get(glyph) ?? (printed.length > 1 || printed === glyph ? 1 : UNSEEN)
    const [top = 0] = observations[step]?.values() ?? []
    log += glyph === '' ? -Math.log(UNSEEN) : Math.log(Math.max(top, probability)) - Math.log(probability * likeness)
  }
  return log
}
