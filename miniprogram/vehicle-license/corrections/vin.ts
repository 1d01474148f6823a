import { isCheckDigitPrescribed, isCheckDigitRight } from '../checks/vin'
import type { VehicleLicense } from '../fields'
import { type Candidate, oneChange } from './changes'

/**
 * GB 16735: digits in the last four places, a check digit in the 9th, a year in the 10th that is no 0, U or Z.
 */
const FORM = /^[A-HJ-NPR-Z0-9]{8}[\dX][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{3}\d{4}$/

/** No VIN has these letters (GB 16735). */
const withoutIOQ = (value: string): string => value.replace(/I/g, '1').replace(/[OQ]/g, '0')

/** Since then, imported vehicles without one are not registered: 国家质检总局、公安部公告 2008年第3号. */
const CHECK_DIGIT_SINCE = '2008-03-01'

const hasCheckDigit = (vin: string, { registerDate = '' }: VehicleLicense): boolean =>
  isCheckDigitPrescribed(vin) || (registerDate >= CHECK_DIGIT_SINCE && /^[\dX]$/.test(vin.charAt(8)))

/** Nine of ten numbers begin with L: what is read as one is one. */
const keepsCountry = (from: string, to: string): boolean => !from.startsWith('L') || to.startsWith('L')

/** The serial number is of digits mostly: of two readings the one that makes no letter of them is likelier. */
const SERIAL_FROM = 11
const LETTER_IN_SERIAL = 0.5

const lettersInSerial = (vin: string): number => vin.slice(SERIAL_FROM).replace(/\d/g, '').length

const ranked = (from: string, { value, likeness }: Candidate): Candidate => ({
  value,
  likeness: lettersInSerial(value) > lettersInSerial(from) ? likeness * LETTER_IN_SERIAL : likeness,
})

export function vinCandidates(value: string, license: VehicleLicense): readonly Candidate[] {
  if (value.length !== 17) return []
  const legal = withoutIOQ(value)
  if (isCheckDigitRight(legal) || !hasCheckDigit(legal, license)) return [{ value: legal, likeness: 1 }]
  const right = oneChange(legal)
    .filter(({ value: vin }) => FORM.test(vin) && isCheckDigitRight(vin) && keepsCountry(legal, vin))
    .map((candidate) => ranked(legal, candidate))
  return [...right, { value: legal, likeness: 1, isPartial: true }]
}
