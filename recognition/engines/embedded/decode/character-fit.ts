import type { Path } from './beam-search'
import { isEquivalent } from './confusables'
import type { Emission } from './emissions'

const MIN_PROBABILITY = 1e-4

export interface Fit {
  /** Geometric mean over the characters. */
  readonly fit: number
  readonly weakest: number
}

function probabilitiesOf(path: Path | undefined, emissions: readonly Emission[]): number[] {
  const found: number[] = []
  for (let at = path; at; at = at.before) {
    const { output, input, step } = at
    // Two dashes close together are read as one.
    if (output.trim() === '' || (output === '-' && input === '')) continue
    let sum = 0
    for (const [read, probability] of input === '' ? [] : (emissions[step] ?? [])) {
      if (isEquivalent(output, read) || (read === input && output.length > 1)) sum += probability
    }
    found.push(Math.min(1, Math.max(MIN_PROBABILITY, sum)))
  }
  return found
}

/** The recognizer's own probability of a path. */
export function fitOf(path: Path | undefined, emissions: readonly Emission[]): Fit {
  const found = probabilitiesOf(path, emissions)
  if (found.length === 0) return { fit: 0, weakest: 0 }
  const logs = found.reduce((sum, probability) => sum + Math.log(probability), 0)
  return { fit: Math.exp(logs / found.length), weakest: Math.min(...found) }
}
