import type { Path } from './beam-search'
import type { Emission } from './emissions'
import { isEquivalent } from './confusables'

/** What the recognizer gave no probability that is worth a mention. */
const FLOOR = 1e-4

export interface Fit {
  readonly fit: number
  readonly weakest: number
}

function probabilities(trail: Path | undefined, observations: readonly Emission[]): number[] {
  const found: number[] = []
  for (let at = trail; at; at = at.before) {
    const { printed, glyph, step } = at
    // Two dashes run together are seen as one.
    if (printed.trim() === '' || (printed === '-' && glyph === '')) continue
    let own = 0
    for (const [seen, probability] of glyph === '' ? [] : (observations[step] ?? [])) {
      if (isEquivalent(printed, seen) || (seen === glyph && printed.length > 1)) own += probability
    }
    found.push(Math.min(1, Math.max(FLOOR, own)))
  }
  return found
}

/** How far the recognizer itself saw what was decided. */
export function fitOf(trail: Path | undefined, observations: readonly Emission[]): Fit {
  const found = probabilities(trail, observations)
  if (found.length === 0) return { fit: 0, weakest: 0 }
  const logs = found.reduce((sum, probability) => sum + Math.log(probability), 0)
  return { fit: Math.exp(logs / found.length), weakest: Math.min(...found) }
}
