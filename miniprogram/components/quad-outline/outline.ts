import type { Quad } from '../../image/quad'
import type { Point } from '../../image/point'
import type { Size } from '../../image/size'

const percent = ({ x, y }: Point): string => `${x * 100}% ${y * 100}%`

/** Clips a layer over a picture to all but a quad of it; shares 0..1 */
export function shadeStyle(quad: Quad): string {
  const around = '0 0, 100% 0, 100% 100%, 0 100%, 0 0'
  return `clip-path: polygon(evenodd, ${around}, ${[...quad, quad[0]].map(percent).join(', ')})`
}

/** Styles of four lines, each from a corner to the next. Size of the picture in rpx */
export function edgeStyles(quad: Quad, { width, height }: Size): string[] {
  return quad.map((from, corner) => {
    const to = quad[(corner + 1) % 4] ?? from
    const [dx, dy] = [(to.x - from.x) * width, (to.y - from.y) * height]
    const place = `left: ${from.x * width}rpx; top: ${from.y * height}rpx; width: ${Math.hypot(dx, dy)}rpx`
    return `${place}; transform: rotate(${Math.atan2(dy, dx)}rad)`
  })
}
