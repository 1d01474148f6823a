import { oneOf } from '../grammar'

export const DIGITS = '0123456789'
/** Without I and O, as on plates (GA 36). */
export const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

export const digit = oneOf(DIGITS)
export const oneTo9 = oneOf('123456789')
