import { countDivisions } from './divisions'
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

export type Prior = (text: string) => Judgment

export const EMPTY = '--'
const indifferent: Judgment = { weight: 1 }

/** Nearly all vehicles carry a right check digit; a misread one is right by chance once in eleven. */
const RIGHT_CHECK_DIGIT = 0.97

export const vinPrior: Prior = (text) => {
  const digit = vinCheckDigit(text)
  const valid = digit !== undefined && digit === text.charAt(8)
  return { valid, weight: valid ? RIGHT_CHECK_DIGIT : (1 - RIGHT_CHECK_DIGIT) / 10 }
}

export const datePrior: Prior = (text) => {
  const valid = checkDate(text) === undefined
  return { valid, weight: valid ? 1 : 0.001 }
}

export const platePrior: Prior = (text) => ({ valid: checkPlate(text) === undefined, weight: 1 })

export const massPrior: Prior = (text) => {
  const valid = text === EMPTY || isPlausibleMass(text)
  return { valid, weight: valid ? 1 : 0.02 }
}

export const sizePrior: Prior = (text) => {
  const valid = text === EMPTY || isPlausibleSize(text)
  return { valid, weight: valid ? 1 : 0.02 }
}

/** A bracket without its other half was read as another character, or the other half was. */
const UNBALANCED = 0.02

const isBalanced = (text: string): boolean => text.split('(').length === text.split(')').length

/** Text: anything, with its brackets in pairs. */
export const textPrior: Prior = (text) => (isBalanced(text) ? indifferent : { valid: false, weight: UNBALANCED })

/** By how many provinces, cities and counties a text begins with: what is none of them was misread sooner. */
const PLACED = [0.2, 0.6, 0.9, 1]

const weightOfPlaces = (text: string): number => PLACED[countDivisions(text)] ?? 1

/** What begins with a place. */
export const divisionPrior: Prior = (text) => ({ weight: weightOfPlaces(text) })

/** The shortest name of a place has two characters before what it is: without them its beginning was not read. */
const BEGINS_WITH_A_PLACE = /^(?!.[省市区县州盟旗镇乡村])\p{Script=Han}{2,}?[省市区县州盟旗镇乡村]/u

export const addressPrior: Prior = (text) => {
  const { weight, valid } = textPrior(text)
  const begins = countDivisions(text) > 0 || BEGINS_WITH_A_PLACE.test(text)
  return { weight: weight * weightOfPlaces(text), ...((valid === false || !begins) && { valid: false }) }
}

export const uniformPrior: Prior = () => ({ weight: 1, valid: true })
