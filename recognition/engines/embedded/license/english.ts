import { between, distance } from '../../../../miniprogram/image/point'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { Field, FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { findApproximate } from './approximate'
import type { FoundLabel } from './parts'
import { comparable } from './spellings'

/** Characters of small print that are wrong, missing or too many, where it is known what must stand there. */
const ERRORS_PER_CHARACTER = 0.45
/** Characters of a VIN, and what more was read before it where it stands behind its label. */
const VIN = { key: 'vin', length: 17, label: /^([vwuy][il1j]?[nm]|[il1j]?[nm](?=l))/ }
/** Values that begin with small letters only by mistake. */
const CHINESE: ReadonlySet<FieldKind> = new Set(['text', 'addr', 'vehicleType', 'useCharacter', 'model'])

const RUN = /^[\p{Script=Latin}\d\s.:'’·-]$/u
const HAN = /^\p{Script=Han}$/u
const SMALL = /[a-z]/
const DIGIT = /\d/
const OWNER = 'owner'

/**
 * Where the English label ends that forms may print right behind the Chinese one: 车辆类型 Vehicle Type. The index of
 * the first glyph behind it; `end` itself where there is none.
 */
export function endOfEnglish(glyphs: readonly string[], end: number, { key, kind, label }: Field): number {
  const stranger = glyphs.findIndex((glyph, i) => i >= end && !RUN.test(glyph))
  const run = glyphs.slice(end, stranger < 0 ? glyphs.length : stranger)
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
  // Alone it may be the owner's name: a foreigner's.
  if (stranger < 0) return key === OWNER || DIGIT.test(run.join('')) ? end : glyphs.length
  return CHINESE.has(kind) && HAN.test(glyphs[stranger] ?? '') ? stranger : end
}

/** Where a Chinese label is, px of the view: an English one stands under its own, half as high. */
export function chineseOf<F extends Field>({ script, box }: FoundLabel<F>): Quad {
  const [a, b, c, d] = box
  return script === 'zh' ? box : [between(a, d, -1.3), between(b, c, -1.3), b, a]
}

/** In heights of the Chinese label: how far behind it the English one may begin, and how much higher or lower. */
const BEHIND = { least: -0.5, most: 2.5, off: 0.5 }

function isBehind([a, b, c, d]: Quad, english: Quad): boolean {
  const [from, to] = [between(b, c, 0.5), between(english[0], english[3], 0.5)]
  const [width, height] = [distance(a, b), distance(a, d)]
  const [u, v] = [(b.x - a.x) / width, (b.y - a.y) / width]
  const along = ((to.x - from.x) * u + (to.y - from.y) * v) / height
  const across = ((to.y - from.y) * u - (to.x - from.x) * v) / height
  return along > BEHIND.least && along < BEHIND.most && Math.abs(across) < BEHIND.off
}

/** Chinese labels together with the English ones behind them; where any is, no other English label stands below its own. */
export function joinEnglish<F extends Field>(labels: readonly FoundLabel<F>[]): FoundLabel<F>[] {
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
