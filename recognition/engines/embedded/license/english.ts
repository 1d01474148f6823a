import { between, distance } from '../../../../miniprogram/image/point'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { Field, FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { findApproximate } from './approximate'
import type { FoundLabel } from './find-labels'
import { comparable } from './spellings'

/** Edit distance per character: generous, because the label is expected there and its print is small. */
const ERRORS_PER_CHARACTER = 0.45
/** Length of a VIN, and the misreadings of the label "VIN" before it. */
const VIN = { key: 'vin', length: 17, label: /^([vwuy][il1j]?[nm]|[il1j]?[nm](?=l))/ }
/** Kinds whose values do not start with lower-case letters. */
const CHINESE: ReadonlySet<FieldKind> = new Set(['text', 'addr', 'vehicleType', 'useCharacter', 'model'])

const RUN = /^[\p{Script=Latin}\d\s.:'’·-]$/u
const HAN = /^\p{Script=Han}$/u
const SMALL = /[a-z]/
const DIGIT = /\d/
const OWNER = 'owner'

/** Index behind the English label that may follow a Chinese one, 车辆类型 Vehicle Type; `end` if there is none. */
export function endOfEnglish(glyphs: readonly string[], end: number, { key, kind, label }: Field): number {
  const other = glyphs.findIndex((glyph, i) => i >= end && !RUN.test(glyph))
  const run = glyphs.slice(end, other < 0 ? glyphs.length : other)
  const letters = run.flatMap((glyph, i) => Array.from(comparable(glyph), (text) => ({ text, index: end + i })))
  if (key === VIN.key) {
    const [remains = ''] = VIN.label.exec(letters.map((letter) => letter.text).join('')) ?? []
    return letters.length - remains.length >= VIN.length ? (letters[remains.length]?.index ?? end) : end
  }
  const wanted = Array.from(comparable(label.en))
  const text = letters.map((letter) => letter.text).slice(0, wanted.length + 2)
  const match = findApproximate(text, wanted, Math.floor(ERRORS_PER_CHARACTER * wanted.length))
  if (match && match.start <= 1) return letters[match.end]?.index ?? end + run.length
  if (!SMALL.test(run.join(''))) return end
  // The owner may have a foreign name.
  if (other < 0) return key === OWNER || DIGIT.test(run.join('')) ? end : glyphs.length
  return CHINESE.has(kind) && HAN.test(glyphs[other] ?? '') ? other : end
}

/** Box of the Chinese label, px of the view: above an English one, which is half as high. */
export function chineseOf({ script, box }: FoundLabel): Quad {
  const [a, b, c, d] = box
  return script === 'zh' ? box : [between(a, d, -1.3), between(b, c, -1.3), b, a]
}

/** In heights of the Chinese label: horizontal and vertical offset of the English one behind it. */
const BEHIND = { min: -0.5, max: 2.5, off: 0.5 }

function isBehind([a, b, c, d]: Quad, english: Quad): boolean {
  const [from, to] = [between(b, c, 0.5), between(english[0], english[3], 0.5)]
  const [width, height] = [distance(a, b), distance(a, d)]
  const [u, v] = [(b.x - a.x) / width, (b.y - a.y) / width]
  const along = ((to.x - from.x) * u + (to.y - from.y) * v) / height
  const across = ((to.y - from.y) * u - (to.x - from.x) * v) / height
  return along > BEHIND.min && along < BEHIND.max && Math.abs(across) < BEHIND.off
}

/** Attaches English labels to the Chinese ones before them. A form that prints any there prints none below. */
export function joinEnglish(labels: readonly FoundLabel[]): FoundLabel[] {
  const english = labels.filter(({ script }) => script === 'en')
  const chinese = labels.filter(({ script }) => script === 'zh')
  const joined = chinese.map((label) => {
    const own = english.find(
      ({ fields, box }) => fields.some((field) => label.fields.includes(field)) && isBehind(label.box, box),
    )
    return own && !label.english ? { ...label, english: own.box } : label
  })
  return joined.some((label) => label.english) ? joined : [...joined, ...english]
}
