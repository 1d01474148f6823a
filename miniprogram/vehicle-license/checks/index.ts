/** Checks of single values. `rules.ts` compares several. */
export { type Check, checkText, isApplicable } from './check'
export { checkDate } from './date'
export { checkCount, checkFileNumber, checkMass, checkSize, isPlausibleMass, isPlausibleSize } from './numbers'
export { checkPlate, plateKind, PROVINCES } from './plate'
export { checkVin, vinCheckDigit } from './vin'
export { checkUseCharacter, checkVehicleType } from './words'
