import { type Text, text } from '../strings'

/** Says what looks wrong with a value as printed, or nothing. An empty value is never wrong: it is missing. */
export type Check = (value: string) => Text | undefined

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Letters and digits on plates: no I and no O (GA 36). */
const PLATE_CHARACTER = 'A-HJ-NP-Z0-9'
const PLATE = new RegExp(`^[${PROVINCES}][A-Z][${PLATE_CHARACTER}]{4}[${PLATE_CHARACTER}挂学警港澳领]$`)
/** New energy: six places, the energy letter first (small vehicles) or last (large ones). */
const NEW_ENERGY_PLATE = new RegExp(`^[${PROVINCES}][A-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`)
/** Embassies (使 first) and consulates (领 last), in the 2007 and the 2017 form. */
const DIPLOMATIC_PLATE = new RegExp(`^(?:使\\d{6}|\\d{6}使|[${PROVINCES}][A-Z]\\d{4}领)$`)

export const checkPlate: Check = (value) =>
  PLATE.test(value) || NEW_ENERGY_PLATE.test(value) || DIPLOMATIC_PLATE.test(value)
    ? undefined
    : text(({ checks }) => checks.plate)

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** GB 16735, table 2: the number each letter counts as; I, O and Q are not used. */
const VIN_VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from('0123456789', (digit) => [digit, Number(digit)])),
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8 },
  ...{ J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
  ...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
}

/**
 * The check digit (9th place) that a 17-character VIN must carry: `0`-`9` or `X`.
 * Source: GB 16735 / ISO 3779, weighted sum modulo 11. `undefined` for anything that is not 17 VIN characters.
 */
export function vinCheckDigit(vin: string): string | undefined {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return undefined
  const sum = VIN_WEIGHTS.reduce((total, weight, i) => total + weight * (VIN_VALUES[vin.charAt(i)] ?? 0), 0)
  const remainder = sum % 11
  return remainder === 10 ? 'X' : String(remainder)
}

export const checkVin: Check = (value) => {
  if (value.length !== 17) {
    return text(({ checks }) => checks.vinLength(value.length))
  }
  const digit = vinCheckDigit(value)
  if (digit === undefined) {
    return text(({ checks }) => checks.vinCharacters)
  }
  return digit === value.charAt(8) ? undefined : text(({ checks }) => checks.vinCheckDigit)
}

export const checkDate: Check = (value) => {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) {
    return text(({ checks }) => checks.dateForm)
  }
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? undefined
    : text(({ checks }) => checks.noSuchDay)
}

/** How the license prints a value that does not apply. */
const NOT_APPLICABLE = /^[-—]+$/

export const isApplicable = (value: string): boolean => !NOT_APPLICABLE.test(value)

/** A check by pattern, for values that may also be printed as `--`. */
const matching =
  (pattern: RegExp, problem: Text): Check =>
  (value) =>
    !isApplicable(value) || pattern.test(value) ? undefined : problem

export const checkMass = matching(
  /^\d{1,6}kg$/i,
  text(({ checks }) => checks.mass),
)
export const checkCount = matching(
  /^\d{1,3}人$/,
  text(({ checks }) => checks.count),
)
export const checkSize = matching(
  /^\d{3,5}[×xX*]\d{3,5}[×xX*]\d{3,5}mm$/i,
  text(({ checks }) => checks.size),
)
export const checkFileNumber = matching(
  /^\d{12}$/,
  text(({ checks }) => checks.fileNumber),
)

/** For values without a form of their own. */
export const checkText: Check = () => undefined
