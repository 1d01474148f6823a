import {
  checkDate,
  checkPlate,
  isPlausibleMass,
  isPlausibleSize,
  vinCheckDigit,
} from '../../../../miniprogram/vehicle-license/checks'
import { countDivisions } from './divisions'

/** A relative prior probability, and the result of the kind's check if it has one. */
interface Judgment {
  readonly weight: number
  readonly valid?: boolean
}

export type Prior = (text: string) => Judgment

/** How a license prints an empty value. */
export const EMPTY = '--'

/** Probability that a printed VIN has the correct check digit; the rest is shared by the ten other digits. */
const CORRECT_CHECK_DIGIT = 0.97

export const vinPrior: Prior = (text) => {
  const digit = vinCheckDigit(text)
  const valid = digit !== undefined && digit === text.charAt(8)
  return { valid, weight: valid ? CORRECT_CHECK_DIGIT : (1 - CORRECT_CHECK_DIGIT) / 10 }
}

export const datePrior: Prior = (text) => {
  const valid = checkDate(text) === undefined
  return { valid, weight: valid ? 1 : 0.001 }
}

export const platePrior: Prior = (text) => ({ valid: checkPlate(text) === undefined, weight: 1 })

/** Weight of a value that fails its plausibility check. */
const IMPLAUSIBLE = 0.02

const emptyOr =
  (isPlausible: (text: string) => boolean): Prior =>
  (text) => {
    const valid = text === EMPTY || isPlausible(text)
    return { valid, weight: valid ? 1 : IMPLAUSIBLE }
  }

export const massPrior = emptyOr(isPlausibleMass)
export const sizePrior = emptyOr(isPlausibleSize)

/** Any text with balanced brackets: of an unbalanced pair, one was misread. */
export const textPrior: Prior = (text) =>
  text.split('(').length === text.split(')').length ? { weight: 1 } : { valid: false, weight: IMPLAUSIBLE }

/** By how many divisions (0 to 3) a text starts with. */
const DIVISION_WEIGHTS = [0.2, 0.6, 0.9, 1]

export const divisionPrior: Prior = (text) => ({ weight: DIVISION_WEIGHTS[countDivisions(text)] ?? 1 })

/** A name of two characters or more before its suffix; with fewer, the start of the address was not read. */
const STARTS_WITH_PLACE = /^(?!.[省市区县州盟旗镇乡村])\p{Script=Han}{2,}?[省市区县州盟旗镇乡村]/u

export const addressPrior: Prior = (text) => {
  const { weight, valid } = textPrior(text)
  const isComplete = countDivisions(text) > 0 || STARTS_WITH_PLACE.test(text)
  return { weight: weight * divisionPrior(text).weight, ...((valid === false || !isComplete) && { valid: false }) }
}

/** Kinds whose grammar allows only valid values. */
export const uniformPrior: Prior = () => ({ weight: 1, valid: true })
