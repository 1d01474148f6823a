import type { Random } from '../random'
import { SCALE } from '../values'
import { at, px } from './places'

const DIGITS = 12

/** Bars above a number that belongs to no field. */
export function barcode(random: Random): string {
  const [left, top] = [random.between(36.5, 38), random.between(49.3, 50)]
  const [width, height] = [46 * SCALE, 5.4 * SCALE]
  const bars: string[] = []
  for (let x = 0; x < width - 8;) {
    const wide = random.pick([2, 3, 5, 7])
    bars.push(`<rect x="${x}" y="0" width="${wide}" height="${height}" fill="#222"/>`)
    x += wide + random.pick([3, 4, 6])
  }
  const number = `*${random.text('0123456789', DIGITS)}*`
  return `<svg width="${width}" height="${height}" style="position:absolute;${at(left, top)}">${bars.join('')}</svg>
    <div class="spread" style="${at(left, top + 5.3)};width:${px(46)};font:400 ${px(1.9)}/1.1 'Noto Sans SC Variable','MiSans',sans-serif;color:#222">${Array.from(number).join(' ')}</div>`
}
