import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Reading } from './read-value'

/** How likely a reading is right, 0..1. */
export function confidenceOf(_field: Field, { decoding }: Reading): number {
  const { posterior, fit, weakest, repaired, valid } = decoding
  const raw = posterior * Math.sqrt(fit * weakest)
  return repaired || valid === false ? Math.min(0.9, raw) : raw
}
