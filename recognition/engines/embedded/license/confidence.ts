import type { Reading } from './read-value'

/** How surely a reading is right at most that a check or its own reading speaks against. */
const DOUBTFUL = 0.6
const REPAIRED = 0.9
const UNCHECKED = 0.9
/**
 * Readings are right more often than the product of their probabilities says: raised to this power it is about as
 * often as they were, over licenses drawn for the purpose (`npm run licenses -- --split dev`).
 */
const CALIBRATION = 0.7

/** How likely a reading is right, 0..1. */
export function confidenceOf({ decoding, gap, unchecked }: Reading): number {
  const { posterior, fit, weakest, repaired, valid } = decoding
  const confidence = (posterior * Math.sqrt(fit * weakest)) ** CALIBRATION
  if (valid === false || gap) return Math.min(DOUBTFUL, confidence)
  if (unchecked) return Math.min(UNCHECKED, confidence)
  return repaired ? Math.min(REPAIRED, confidence) : confidence
}
