import type { Noise } from './beam-search'

const BLANK = /^[\s·•.]$/
const CODE = /^[0-9A-Za-z]$/
/** Strokes of ruled lines and stains. */
const STROKE = /^[_|'"`~^,;…]$/
const BRACKET = /^[()]$/
const HAN = /^\p{Script=Han}$/u

/** Beside a value of a strict form: remains of a label, ruled lines, the seal; seldom more of what a value is made of. */
export const formNoise: Noise = {
  outside: (glyph) => (BLANK.test(glyph) ? 1 : CODE.test(glyph) ? 0.001 : 0.1),
  inside: (glyph) => (BLANK.test(glyph) ? 0.9 : CODE.test(glyph) ? 0.0005 : 0.02),
}

/** Beside a plate, which has one place more or less: no letter and no digit there is noise. */
export const plateNoise: Noise = {
  outside: (glyph) => (CODE.test(glyph) ? 0.0001 : formNoise.outside(glyph)),
  inside: formNoise.inside,
}

const insideCode: Noise['inside'] = (glyph) => (BLANK.test(glyph) || STROKE.test(glyph) ? 0.02 : 0)

/** Beside a code of no certain length, in which every letter may belong, and 柴. */
export const codeNoise: Noise = {
  outside: (glyph) =>
    BLANK.test(glyph) ? 0.1 : glyph === '柴' ? 0.001 : HAN.test(glyph) ? 0.05 : CODE.test(glyph) ? 0 : 0.05,
  inside: insideCode,
}

/** Beside a brand and code: every letter and every Chinese character may belong. */
export const modelNoise: Noise = {
  outside: (glyph) =>
    BLANK.test(glyph) ? 0.9 : HAN.test(glyph) || BRACKET.test(glyph) ? 0.0003 : CODE.test(glyph) ? 0 : 0.02,
  inside: (glyph) => (BLANK.test(glyph) ? 0.9 : insideCode(glyph)),
}

/** Text, which may hold anything. */
export const noNoise: Noise = { outside: () => 0, inside: () => 0 }
