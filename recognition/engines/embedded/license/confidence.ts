import type { Reading } from './read-value'

/** Cap for readings that fail their check or may be incomplete. */
const DOUBTFUL = 0.6
/** Cap for readings that differ from the greedy one. */
const REPAIRED = 0.9
/** Cap for values without a check. */
const UNCHECKED = 0.9
/** Exponent that calibrates the product of probabilities, fitted on `npm run licenses -- --split dev`. */
const CALIBRATION = 0.7

/** Calibrated probability that a reading is right. */
export function confidenceOf({ decoding, gap, unchecked }: Reading): number {
  const { posterior, fit, weakest, repaired, valid } = decoding
  const confidence = (posterior * Math.sqrt(fit * weakest)) ** CALIBRATION
  if (valid === false || gap) return Math.min(DOUBTFUL, confidence)
  if (unchecked) return Math.min(UNCHECKED, confidence)
  return repaired ? Math.min(REPAIRED, confidence) : confidence
}
