import type { Noise } from './beam-search'
import { HAN } from './grammars/chinese'

const BLANK = /^[\s·•.]$/
const CODE = /^[0-9A-Za-z]$/
/** Ruled lines and stains. */
const STROKE = /^[_|'"`~^,;…]$/
const BRACKET = /^[()]$/

/** Around a value of a strict form: rests of a label, ruled lines, the seal; rarely letters or digits. */
export const formNoise: Noise = {
  outside: (read) => (BLANK.test(read) ? 1 : CODE.test(read) ? 0.001 : 0.1),
  inside: (read) => (BLANK.test(read) ? 0.9 : CODE.test(read) ? 0.0005 : 0.02),
}

/** A plate may have one character more or less, so letters and digits are hardly ever noise. */
export const plateNoise: Noise = {
  outside: (read) => (CODE.test(read) ? 0.0001 : formNoise.outside(read)),
  inside: formNoise.inside,
}

const insideCode: Noise['inside'] = (read) => (BLANK.test(read) || STROKE.test(read) ? 0.02 : 0)

/** Around a code of no fixed length: no letter or digit is noise, and 柴 rarely is. */
export const codeNoise: Noise = {
  outside: (read) => (BLANK.test(read) ? 0.1 : read === '柴' ? 0.001 : CODE.test(read) ? 0 : 0.05),
  inside: insideCode,
}

/** Around a brand and code, where Chinese is rarely noise either. */
export const modelNoise: Noise = {
  outside: (read) =>
    BLANK.test(read) ? 0.9 : HAN.test(read) || BRACKET.test(read) ? 0.0003 : CODE.test(read) ? 0 : 0.02,
  inside: (read) => (BLANK.test(read) ? 0.9 : insideCode(read)),
}

/** In free text nothing is noise. */
export const noNoise: Noise = { outside: () => 0, inside: () => 0 }
