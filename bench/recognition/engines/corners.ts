import type { Quad } from '../../../miniprogram/image/quad'

type Pair = readonly [x: number, y: number]

/** Converts corners in pairs, clockwise from the top left. */
export function quadOfPairs([a, b, c, d]: readonly Pair[]): Quad {
  if (!a || !b || !c || !d) throw new Error('a box of fewer than four corners')
  return [pointOf(a), pointOf(b), pointOf(c), pointOf(d)]
}

const pointOf = ([x, y]: Pair) => ({ x, y })
