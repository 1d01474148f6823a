import type { Random } from '../random'
import type { Area } from '../../../miniprogram/image/rect'

const at = (left: number, top: number, width: number, height: number, style: string): string =>
  `<div style="position:absolute;box-sizing:border-box;left:${left.toFixed(0)}px;top:${top.toFixed(0)}px;width:${width.toFixed(0)}px;height:${height.toFixed(0)}px;${style}"></div>`

/** An open leather wallet below the cards, with another card in its other half. */
export function wallet({ x: left, y: top, width, height }: Area, leathers: readonly string[], random: Random): string {
  const leather = random.pick(leathers)
  const margin = random.between(50, 110)
  const grain = 'repeating-radial-gradient(circle at 30% 20%,#0002 0 4px,transparent 4px 11px)'
  const isWide = width > height * 1.2
  // The other half is beside a tall pair of pages, or below a single one.
  const other = isWide ? { x: 0, y: height + 2 * margin } : { x: width + 2 * margin, y: 0 }
  const [whole, high] = [width + 2 * margin + other.x, height + 2 * margin + other.y]
  const fold = isWide
    ? at(left - margin, top + height + margin - 14, whole, 28, 'background:linear-gradient(#0006,#fff3,#0006)')
    : at(left + width + margin - 14, top - margin, 28, high, 'background:linear-gradient(90deg,#0006,#fff3,#0006)')
  const seam = at(
    left - margin + 16,
    top - margin + 16,
    whole - 32,
    high - 32,
    'border:4px dashed #ffffff40;border-radius:22px',
  )
  const neighbor = at(
    left + other.x + random.between(10, 60),
    top + other.y + random.between(10, 60),
    width * 0.92,
    height * 0.85,
    `border-radius:30px;background:linear-gradient(120deg,hsl(${random.int(90, 220)} 30% 88%),hsl(${random.int(90, 220)} 25% 78%));box-shadow:0 3px 12px #0006`,
  )
  const body = at(
    left - margin,
    top - margin,
    whole,
    high,
    `background:${grain},${leather};border-radius:30px;box-shadow:0 10px 50px #0009`,
  )
  return body + neighbor + fold + seam
}
