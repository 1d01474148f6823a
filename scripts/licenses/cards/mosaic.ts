import type { Random } from '../random'
import type { PrintedValue } from '../values'
import { px } from './places'

/** Squares over a value, about as dark as its print. */
export function mosaic({ box }: PrintedValue, random: Random): string {
  const side = random.between(1.2, 1.9)
  const [left, top] = [box.x - 0.8, box.y - 0.4]
  const [columns, rows] = [Math.ceil((box.width + 1.6) / side), Math.ceil((box.height + 0.8) / side)]
  const squares = Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [left + (i % columns) * side, top + Math.floor(i / columns) * side]
    const light = random.int(45, 86)
    return `<div style="position:absolute;left:${px(x)};top:${px(y)};width:${px(side + 0.05)};height:${px(side + 0.05)};background:hsl(${random.int(200, 300)} 14% ${light}%)"></div>`
  })
  return squares.join('')
}
