import type { Path } from './beam-search'
import { confusionsOf } from './confusables'
import type { Emission } from './emissions'

/** Prior probability that a value follows no known form. */
const OUT_OF_GRAMMAR = 0.002
/** Probability that the recognizer drops a character. */
const MISSING = 0.01

/** Log-odds that the greedy reading is right rather than this path: high if the path changes much of it. */
export function outOfGrammarLogOdds(path: Path | undefined, emissions: readonly Emission[]): number {
  let log = Math.log(OUT_OF_GRAMMAR)
  for (let at = path; at; at = at.before) {
    const { output, input, step, probability } = at
    if (output === '-' && input === '') continue
    const confusion = confusionsOf(output).get(input) ?? (output.length > 1 || output === input ? 1 : MISSING)
    const [top = 0] = emissions[step]?.values() ?? []
    log += input === '' ? -Math.log(MISSING) : Math.log(Math.max(top, probability)) - Math.log(probability * confusion)
  }
  return log
}
