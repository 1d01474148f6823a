import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

/** A box less long than this may lie in any direction. */
const MIN_ELONGATION = 2.2

/** Degrees, brought into (-half, half]. */
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

/** The directions (degrees) and lengths (px) of the boxes that are long enough to have one. */
const directionsOf = (boxes: readonly Quad[]): (readonly [angle: number, length: number])[] =>
  boxes.flatMap((box) => {
    const [width, height] = [widthOf(box), heightOf(box)]
    if (Math.max(width, height) < MIN_ELONGATION * Math.min(width, height)) return []
    return [[angleOf(box) + (width < height ? 90 : 0), Math.max(width, height)] as const]
  })

/**
 * The direction in which most text runs, in degrees clockwise from the x axis, -90 < direction <= 90:
 * whether it runs forth or back is not to be seen from boxes.
 */
export function textDirection(boxes: readonly Quad[]): number {
  const long = directionsOf(boxes)
  // A mean of doubled angles, for which 1° and 179° are neighbors, then a median that outliers cannot pull.
  const radians = (angle: number): number => (2 * angle * Math.PI) / 180
  const x = long.reduce((sum, [angle, length]) => sum + length * Math.cos(radians(angle)), 0)
  const y = long.reduce((sum, [angle, length]) => sum + length * Math.sin(radians(angle)), 0)
  const mean = (Math.atan2(y, x) * 90) / Math.PI
  return wrap(mean + weightedMedian(long.map(([angle, length]) => [wrap(angle - mean, 90), length])), 90)
}

/** Degrees by which lines of one text differ at most in direction, seen at a slant. */
const SLANT = 12

/** How many boxes run in a direction (degrees) as lines of text do. */
export const countAlong = (boxes: readonly Quad[], direction: number): number =>
  directionsOf(boxes).filter(([angle]) => Math.abs(wrap(angle - direction, 90)) <= SLANT).length

/** The same box with its corners in reading order, for text that runs in this direction (degrees). */
export function readingOrder(box: Quad, direction: number): Quad {
  const [a, b, c, d] = box
  const turns: Quad[] = [box, [b, c, d, a], [c, d, a, b], [d, a, b, c]]
  const off = (quad: Quad): number => Math.abs(wrap(angleOf(quad) - direction, 180))
  return turns.reduce((best, next) => (off(next) < off(best) ? next : best))
}
