import { FIELDS, type FieldKey, type VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Read } from './engines/engine'

export type Verdict = 'right' | 'wrong' | 'absent' | 'invented'

/** Result for one field of one picture. */
export interface FieldResult {
  readonly field: FieldKey
  /** As printed; absent if invented. */
  readonly truth?: string
  readonly read?: string
  /** 0..1 */
  readonly confidence?: number
  readonly verdict: Verdict
}

/**
 * Normalizes full-width forms and removes spaces. Everything else must match: a `×` read as `x` is wrong.
 */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

function verdictOf(truth: string | undefined, read: string | undefined): Verdict | undefined {
  if (truth === undefined) return read === undefined ? undefined : 'invented'
  if (read === undefined) return 'absent'
  return comparable(truth) === comparable(read) ? 'right' : 'wrong'
}

/** One result per field that is printed or was read. If nothing was read, all are absent. */
export function compare(truth: VehicleLicense, read?: Read): readonly FieldResult[] {
  return FIELDS.flatMap(({ key: field }): FieldResult[] => {
    const [wanted, found, confidence] = [truth[field], read?.license[field], read?.confidences[field]]
    const verdict = verdictOf(wanted, found)
    if (verdict === undefined) return []
    return [
      {
        field,
        verdict,
        ...(wanted !== undefined && { truth: wanted }),
        ...(found !== undefined && { read: found }),
        ...(confidence !== undefined && { confidence }),
      },
    ]
  })
}

/** Share (0..1) of the printed fields that are right; ignores invented ones. */
export function shareRight(results: readonly FieldResult[]): number {
  const printed = results.filter(({ verdict }) => verdict !== 'invented')
  return printed.filter(({ verdict }) => verdict === 'right').length / printed.length
}
