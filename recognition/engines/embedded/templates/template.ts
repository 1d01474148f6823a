import { median } from '../../../../miniprogram/image/statistics'
import { PATCH, WHOLE } from './character-images'

/** Patches as vectors of length 1 without their mean: their product is how alike they are. */
type Shape = Float32Array

function shapeOf(patch: Float32Array, shift: number): Shape {
  const shape = new Float32Array(PATCH.width * PATCH.height)
  for (let y = 0; y < PATCH.height; y++) {
    const from = y * WHOLE + PATCH.beside + shift
    shape.set(patch.subarray(from, from + PATCH.width), y * PATCH.width)
  }
  return normalize(shape)
}

/** In place. */
function normalize(shape: Float32Array): Shape {
  let sum = 0
  for (const value of shape) sum += value
  const mean = sum / shape.length
  let square = 0
  for (const value of shape) square += (value - mean) ** 2
  const length = Math.sqrt(square) || 1
  for (let i = 0; i < shape.length; i++) shape[i] = ((shape[i] ?? 0) - mean) / length
  return shape
}

/** A patch at every place where its character may stand: the recognizer tells only about where that is. */
type Places = readonly Shape[]

const placesOf = (patch: Float32Array): Places =>
  Array.from({ length: 2 * PATCH.beside + 1 }, (_, i) => shapeOf(patch, i - PATCH.beside))

interface Match {
  /** -1..1 */
  readonly likeness: number
  readonly shape: Shape
}

/** Where a print is most like a shape. */
function match(shape: Shape, places: Places): Match {
  let best: Match = { likeness: -1, shape }
  for (const here of places) {
    let likeness = 0
    for (let i = 0; i < shape.length; i++) likeness += (shape[i] ?? 0) * (here[i] ?? 0)
    if (likeness > best.likeness) best = { likeness, shape: here }
  }
  return best
}

/** Fewer prints of a character do not tell how it is printed. */
const MIN_PRINTS = 2
const MAX_PRINTS = 12
/** Less alike are two characters, or one that is partly covered. */
const SAME = 0.6
const ROUNDS = 2
/** Prints that are not this much alike, most of them, tell nothing of one that is not like them. */
const ALIKE = 0.945
const MOST_ALIKE = 0.845

/** How a character is printed on this license. */
export interface Template {
  readonly shape: Shape
  /** -1..1: how alike it its prints are, the middle one of them */
  readonly usual: number
}

const sumOf = (shapes: readonly Shape[]): Shape =>
  normalize(
    Float32Array.from({ length: PATCH.width * PATCH.height }, (_, i) =>
      shapes.reduce((s, one) => s + (one[i] ?? 0), 0),
    ),
  )

/** What is common to prints of one character, a few of which may be another's, or covered. */
export function templateOf(patches: readonly Float32Array[]): Template | undefined {
  const prints = patches.slice(0, MAX_PRINTS).map(placesOf)
  if (prints.length < MIN_PRINTS) return undefined
  const likenesses = (shape: Shape): number[] => prints.map((print) => match(shape, print).likeness)
  // Begins with the print that is most like the others.
  const first = prints
    .map((places) => places[PATCH.beside] ?? places[0])
    .filter((shape) => shape !== undefined)
    .map((shape) => ({ shape, usual: median(likenesses(shape)) ?? 0 }))
    .reduce((best, one) => (one.usual > best.usual ? one : best))
  let { shape } = first
  for (let round = 0; round < ROUNDS; round++) {
    const same = prints.map((print) => match(shape, print)).filter(({ likeness }) => likeness >= SAME)
    if (same.length < MIN_PRINTS) return undefined
    shape = sumOf(same.map((one) => one.shape))
  }
  const own = likenesses(shape).sort((a, b) => a - b)
  const usual = median(own) ?? 0
  return usual >= ALIKE && (own[Math.floor(own.length / 4)] ?? 0) >= MOST_ALIKE ? { shape, usual } : undefined
}

/** How much less alike the template a print is than those that it was made of are: 0 for one of them, about. */
export const templateDistance = ({ shape, usual }: Template, patch: Float32Array): number =>
  usual - match(shape, placesOf(patch)).likeness
