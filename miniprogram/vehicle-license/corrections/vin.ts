import { isCheckDigitPrescribed, isCheckDigitRight } from '../checks/vin'
import type { VehicleLicense } from '../fields'
import { type Candidate, oneChange } from './changes'

/** GB 16735: check digit 9th, model year 10th (no 0, U, Z), the last four are digits. */
const FORM = /^[A-HJ-NPR-Z0-9]{8}[\dX][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{3}\d{4}$/

/** VINs do not use these letters (GB 16735). */
const withoutIOQ = (value: string): string => value.replace(/I/g, '1').replace(/[OQ]/g, '0')

/** Imported vehicles must have a check digit since then: 国家质检总局、公安部公告 2008年第3号. */
const CHECK_DIGIT_SINCE = '2008-03-01'

const hasCheckDigit = (vin: string, { registerDate = '' }: VehicleLicense): boolean =>
  isCheckDigitPrescribed(vin) || (registerDate >= CHECK_DIGIT_SINCE && /^[\dX]$/.test(vin.charAt(8)))

/** Nine of ten VINs start with L (China): an L that was read is kept. */
const keepsCountry = (from: string, to: string): boolean => !from.startsWith('L') || to.startsWith('L')

/** The serial number is mostly digits: a candidate that adds letters to it is halved. */
const SERIAL_FROM = 11
const LETTER_IN_SERIAL = 0.5

const lettersInSerial = (vin: string): number => vin.slice(SERIAL_FROM).replace(/\d/g, '').length

const ranked = (from: string, { value, score }: Candidate): Candidate => ({
  value,
  score: lettersInSerial(value) > lettersInSerial(from) ? score * LETTER_IN_SERIAL : score,
})

export function vinCandidates(value: string, license: VehicleLicense): readonly Candidate[] {
  if (value.length !== 17) return []
  const legal = withoutIOQ(value)
  if (isCheckDigitRight(legal) || !hasCheckDigit(legal, license)) return [{ value: legal, score: 1 }]
  const right = oneChange(legal)
    .filter(({ value: vin }) => FORM.test(vin) && isCheckDigitRight(vin) && keepsCountry(legal, vin))
    .map((candidate) => ranked(legal, candidate))
  return [...right, { value: legal, score: 1, isPartial: true }]
}
