import { countPlaces } from './places'
import {
  checkDate,
  checkPlate,
  isPlausibleMass,
  isPlausibleSize,
  vinCheckDigit,
} from '../../../../miniprogram/vehicle-license/checks'

/** How plausible a text is, beside others of its form, and whether it passes the check that there is, if any. */
export interface Judgment {
  readonly weight: number
  readonly valid?: boolean
}

export type Judge = (text: string) => Judgment

export const NONE = '--'
const indifferent: Judgment = { weight: 1 }

/** Nearly all vehicles carry a right check digit; a misread one is right by chance once in eleven. */
const RIGHT_CHECK_DIGIT = 0.97

export const judgeVin: Judge = (text) => {
  const digit = vinCheckDigit(text)
  const valid = digit !== undefined && digit === text.charAt(8)
  return { valid, weight: valid ? RIGHT_CHECK_DIGIT : (1 - RIGHT_CHECK_DIGIT) / 10 }
}

export const judgeDate: Judge = (text) => {
  const valid = checkDate(text) === undefined
  return { valid, weight: valid ? 1 : 0.001 }
}

export const judgePlate: Judge = (text) => ({ valid: checkPlate(text) === undefined, weight: 1 })

export const judgeMass: Judge = (text) => {
  const valid = text === NONE || isPlausibleMass(text)
  return { valid, weight: valid ? 1 : 0.02 }
}

export const judgeSize: Judge = (text) => {
  const valid = text === NONE || isPlausibleSize(text)
  return { valid, weight: valid ? 1 : 0.02 }
}

/** By how many provinces, cities and counties a text begins with: what is none of them was misread sooner. */
const PLACED = [0.2, 0.6, 0.9, 1]

/** What begins with a place: addresses, and authorities. */
export const judgePlace: Judge = (text) => ({ weight: PLACED[countPlaces(text)] ?? 1 })

export const judgeForm: Judge = () => ({ weight: 1, valid: true })
export const judgeNothing: Judge = () => indifferent
