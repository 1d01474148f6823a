import { text } from '../../strings/index'
import type { Check } from './check'

const LENGTH = 17
/** Before GB/T 16735-1997 makers chose their own formats, rarely shorter than this. */
const MIN_LENGTH = 7

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** GB 16735, table 2; I, O and Q are not used. */
const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from('0123456789', (digit) => [digit, Number(digit)])),
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8 },
  ...{ J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
  ...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
}

/**
 * The check digit (9th character) of a VIN, `0`-`9` or `X`; undefined unless it has 17 valid characters. GB 16735 /
 * ISO 3779: weighted sum modulo 11.
 */
export function vinCheckDigit(vin: string): string | undefined {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return undefined
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (VALUES[vin.charAt(i)] ?? 0), 0)
  const remainder = sum % 11
  return remainder === 10 ? 'X' : String(remainder)
}

/**
 * Whether the country of origin requires a check digit: China (L, and H in ISO 3780) by GB 16735, North America (1 to 5)
 * by 49 CFR 565. Elsewhere it is optional: many European makers put a Z there.
 */
export const isCheckDigitPrescribed = (vin: string): boolean => /^[LH1-5]/.test(vin)

export const isCheckDigitRight = (vin: string): boolean => {
  const digit = vinCheckDigit(vin)
  return digit !== undefined && digit === vin.charAt(8)
}

const lengthText = (length: number) =>
  length >= MIN_LENGTH && length < LENGTH
    ? text(({ checks }) => checks.vinShort(length))
    : text(({ checks }) => checks.vinLength(length))

export const checkVin: Check = (value) => {
  if (value.length !== LENGTH) return lengthText(value.length)
  if (vinCheckDigit(value) === undefined) return text(({ checks }) => checks.vinCharacters)
  if (isCheckDigitRight(value)) return undefined
  if (isCheckDigitPrescribed(value)) return text(({ checks }) => checks.vinCheckDigit)
  // Any other character there means that the VIN has no check digit.
  return /^[\dX]$/.test(value.charAt(8)) ? text(({ checks }) => checks.vinWithoutCheckDigit) : undefined
}
