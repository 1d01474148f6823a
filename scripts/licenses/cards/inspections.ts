import type { StandardForm, StandardSpot } from '../forms/standard'
import type { Printing } from '../printing'
import type { Random } from '../random'
import { marked } from '../values'
import { at, px } from './places'

/** Words that a stamp has, beside what is typed into it. */
const FIXED = /检验有效期至|年|月/gu

const typedAndFixed = (text: string, printing: Printing, fixedMm: number, typedMm: number): string =>
  text
    .replace(FIXED, (word) => `\u0000${word}\u0000`)
    .split('\u0000')
    .filter((part) => part !== '')
    .map((part) =>
      part.match(FIXED)
        ? `<span style="font-size:${px(fixedMm)};color:#2f3c5c">${part}</span>`
        : `<span class="value" style="position:static;font-size:${px(typedMm)};padding:0 ${px(0.6)}">${marked(part, printing)}</span>`,
    )
    .join('')

/**
 * One to three inspections: each stamped in a frame above its label and a little tilted, or printed like the values.
 *
 * @returns what is printed with the values, and what is stamped
 */
export function inspections(
  text: string,
  spot: StandardSpot,
  printing: Printing,
  form: StandardForm,
  random: Random,
): { readonly printed: string; readonly stamped: string } {
  const entries = text.split(/(?<=.)(?=检验有效期)/u)
  const pitch = entries.length > 1 ? 6.4 : 0
  const first = 42.3 - (entries.length - 1) * 3.6 + random.around(0.6)
  const isStamped = random.chance(0.65)
  const rows = entries.map((entry, i) => {
    const [left, middle] = [spot.value + random.around(1), first + i * pitch]
    if (!isStamped) {
      const size = printing.sizeMm * 0.9
      return `<div class="value" style="${at(left, middle - size * 0.6)};font-size:${px(size)}">${marked(entry, printing)}</div>`
    }
    const tilt = random.around(1.2).toFixed(2)
    return `<div class="stamp" style="${at(left - 1, middle - 2.9)};border:3px solid #33405f;padding:${px(0.4)} ${px(1)};font-family:${form.family};font-weight:600;line-height:1.3;opacity:.88;transform:rotate(${tilt}deg)">
      ${typedAndFixed(entry, printing, 3.4, 3.1)}</div>`
  })
  const html = rows.join('')
  return isStamped ? { printed: '', stamped: stampedLayer(html, printing) } : { printed: html, stamped: '' }
}

const stampedLayer = (html: string, { color, font }: Printing): string =>
  `<div class="all" style="color:${color};font-family:${font.family};font-weight:${font.weight}">${html}</div>`
