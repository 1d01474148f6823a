import { ERRORS } from '../../vehicle-license/errors'
import { WARNINGS } from '../../vehicle-license/warnings'
import { hostedScan } from '../navigation/host'
import { toRecognitionError } from '../platform/errors'
import { differencesOf, findSame } from '../records/index'
import { licenseOf, type LicensePicture, type LicenseRecord, pageOf, readingOf } from '../records/license-record'
import { say, strings } from '../settings/language'
import type { DraftState, SameVehicle } from './draft-state'
import { helpsToRetake, laterNote, retakesOf } from './retakes'

export function titleOf(picture: LicensePicture): string | null {
  const page = pageOf(picture)
  return page === undefined || page === 'both' ? null : strings().pages[page]
}

export const warningsOf = (record: LicenseRecord): string[] =>
  readingOf(record).warnings.map((code) => say(WARNINGS[code]))

/** The existing record that an unconfirmed one would update. */
export function sameVehicleAs(record: LicenseRecord): SameVehicle | null {
  const license = licenseOf(record)
  const existing = record.confirmed ? undefined : findSame(license, record.id)
  if (!existing) return null
  const before = licenseOf(existing)
  const differences = differencesOf(before, license).map(({ key, ...values }) => ({
    ...values,
    label: strings().fields[key],
  }))
  return { title: strings().form.same(before.plateNum ?? before.vin ?? '', differences.length), differences }
}

type Failure = Pick<DraftState, 'error' | 'retryable' | 'wechatCode' | 'note' | 'retakes' | 'otherHelps' | 'roomHelps'>

export function failureView(error: unknown, { pictures }: LicenseRecord): Failure {
  const { code, retryable, details } = toRecognitionError(error, 'ENGINE_UNAVAILABLE')
  return {
    error: say(ERRORS[code]),
    retryable,
    wechatCode: details.wechatCode ?? 0,
    note: laterNote(code),
    retakes: retakesOf(pictures, code),
    otherHelps: helpsToRetake(code),
    // A host's storage is not ours to clean up.
    roomHelps: code === 'STORAGE_FULL' && !hostedScan(),
  }
}
