import { inspectionsIn } from '../data/inspections'
import type { StandardForm, StandardSpot } from '../forms/standard'
import type { Printing } from '../printing'
import type { Random } from '../random'
import { emsOf, marked } from '../values'
import { at, px } from './places'

/** The fixed words of a stamp; the rest is typed in. */
const FIXED = /检验有效期至|年|月/gu
const [FIXED_MM, TYPED_MM] = [3.4, 3.1]
/** Right limit of a stamp. */
const RIGHT_MM = 85

const partsOf = (text: string): string[] =>
  text
    .replace(FIXED, (word) => `\u0000${word}\u0000`)
    .split('\u0000')
    .filter((part) => part !== '')

const isFixed = (part: string): boolean => part.match(FIXED) !== null

/** Approximate width of a stamp in mm; `gap` surrounds each typed part. */
const widthOf = (text: string, printing: Printing, gap: number): number =>
  partsOf(text).reduce(
    (sum, part) => sum + (isFixed(part) ? part.length * FIXED_MM : emsOf(part, printing) * TYPED_MM + 2 * gap),
    2.6,
  )

const typedAndFixed = (text: string, printing: Printing, gap: number, size: number): string =>
  partsOf(text)
    .map((part) =>
      isFixed(part)
        ? `<span style="font-size:${px(FIXED_MM * size)};color:#2f3c5c;letter-spacing:0">${part}</span>`
        : `<span class="value" style="position:static;font-size:${px(TYPED_MM * size)};padding:0 ${px(gap * size)}">${marked(part, printing)}</span>`,
    )
    .join('')

/**
 * One to three inspections: stamped in slightly tilted frames, or printed like the values.
 *
 * @returns HTML for the layer of values, and HTML of the stamps
 */
export function inspections(
  text: string,
  spot: StandardSpot,
  printing: Printing,
  form: StandardForm,
  random: Random,
): { readonly printed: string; readonly stamped: string } {
  const entries = inspectionsIn(text)
  const pitch = entries.length > 2 ? 5.2 : entries.length > 1 ? 6.2 : 0
  // The last of three is right above the barcode.
  const first = 42.3 - (entries.length - 1) * (entries.length > 2 ? 2.4 : 3.6) + random.around(0.6)
  const isStamped = random.chance(0.65)
  const gap = random.between(0.5, 1.6)
  const rows = entries.map((entry, i) => {
    const [left, middle] = [spot.value + random.around(1), first + i * pitch]
    if (!isStamped) {
      const size = Math.min(
        printing.sizeMm * (entries.length > 2 ? 0.8 : 0.9),
        (RIGHT_MM - left) / emsOf(entry, printing),
      )
      return `<div class="value" style="${at(left, middle - size * 0.6)};font-size:${px(size)}">${marked(entry, printing)}</div>`
    }
    const max = entries.length > 2 ? 0.82 : 1
    const size = Math.min(max, (RIGHT_MM - left) / widthOf(entry, printing, gap))
    const tilt = random.around(entries.length > 1 ? 0.7 : 1.2).toFixed(2)
    return `<div class="stamp" style="${at(left - 1, middle - 2.9 * size)};border:3px solid #33405f;padding:${px(0.4 * size)} ${px(1)};font-family:${form.family};font-weight:600;line-height:1.3;opacity:.88;transform:rotate(${tilt}deg)">
      ${typedAndFixed(entry, printing, gap, size)}</div>`
  })
  const html = rows.join('')
  return isStamped ? { printed: '', stamped: stampedLayer(html, printing) } : { printed: html, stamped: '' }
}

const stampedLayer = (html: string, { color, font }: Printing): string =>
  `<div class="all" style="color:${color};font-family:${font.family};font-weight:${font.weight}">${html}</div>`
