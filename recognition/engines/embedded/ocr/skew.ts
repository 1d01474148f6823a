import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

/** Aspect ratio below which a box has no clear direction. */
const MIN_ASPECT = 2.2

/** Wraps degrees to (-half, half]. */
function wrap(degrees: number, half: 90 | 180): number {
  const rest = degrees - Math.round(degrees / (2 * half)) * 2 * half
  return rest === -half ? half : rest
}

/** Degrees clockwise from the x axis to the first side. */
export function angleOf([a, b]: Quad): number {
  return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
}

function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = [...values].sort(([a], [b]) => a - b)
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2
  let sum = 0
  return sorted.find(([, weight]) => (sum += weight) >= half)?.[0] ?? 0
}

/** Directions (degrees) and lengths (px) of the elongated boxes. */
const directionsOf = (boxes: readonly Quad[]): (readonly [angle: number, length: number])[] =>
  boxes.flatMap((box) => {
    const [width, height] = [widthOf(box), heightOf(box)]
    if (Math.max(width, height) < MIN_ASPECT * Math.min(width, height)) return []
    return [[angleOf(box) + (width < height ? 90 : 0), Math.max(width, height)] as const]
  })

/** Dominant text direction, degrees clockwise from the x axis, in (-90, 90]: boxes do not show which way is up. */
export function textDirection(boxes: readonly Quad[]): number {
  const long = directionsOf(boxes)
  // A circular mean of doubled angles, as 1° and 179° are neighbors, then a median around it against outliers.
  const radians = (angle: number): number => (2 * angle * Math.PI) / 180
  const x = long.reduce((sum, [angle, length]) => sum + length * Math.cos(radians(angle)), 0)
  const y = long.reduce((sum, [angle, length]) => sum + length * Math.sin(radians(angle)), 0)
  const mean = (Math.atan2(y, x) * 90) / Math.PI
  return wrap(mean + weightedMedian(long.map(([angle, length]) => [wrap(angle - mean, 90), length])), 90)
}

/** Degrees by which the lines of one text differ at most, under perspective. */
const MAX_SPREAD = 12

/** Number of boxes along a direction (degrees). */
export const countAlong = (boxes: readonly Quad[], direction: number): number =>
  directionsOf(boxes).filter(([angle]) => Math.abs(wrap(angle - direction, 90)) <= MAX_SPREAD).length

/** The four cyclic orders of a box's corners. */
export const cornerOrders = (box: Quad): Quad[] => {
  const [a, b, c, d] = box
  return [box, [b, c, d, a], [c, d, a, b], [d, a, b, c]]
}

/** Reorders the corners of a box for text in this direction (degrees). */
export function readingOrder(box: Quad, direction: number): Quad {
  const off = (quad: Quad): number => Math.abs(wrap(angleOf(quad) - direction, 180))
  return cornerOrders(box).reduce((best, next) => (off(next) < off(best) ? next : best))
}
