import { centerOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

/**
 * How lines that run side by side on paper run in a picture of it taken at a slant: the one at (x, y) has the slope
 * `slope - k * (y - s * x)`, `s` its own slope; they meet where `k * x` is 1.
 */
export interface Keystone {
  readonly slope: number
  /** 1/px */
  readonly k: number
}

const ROUNDS = 6
/** Lines whose slope is this far off the others' (as the median is) hardly count. */
const OUTLIER = 2.5
/** About 0.5°: nearer than this, slopes are the same. */
const NOISE = 0.008
/** Fewer lines than this do not tell how they converge. */
const MIN_LINES = 6

interface Sample {
  readonly slope: number
  readonly lever: number
  readonly weight: number
}

function leastSquares(samples: readonly Sample[], weights: readonly number[], damping: number): Keystone {
  let [n, sumL, sumLL, sumS, sumLS] = [0, 0, 0, 0, 0]
  samples.forEach(({ slope, lever }, index) => {
    const weight = weights[index] ?? 0
    n += weight
    sumL += weight * lever
    sumLL += weight * lever * lever
    sumS += weight * slope
    sumLS += weight * lever * slope
  })
  sumLL += damping
  const determinant = n * sumLL - sumL * sumL
  if (n === 0 || Math.abs(determinant) < 1e-12) return { slope: n === 0 ? 0 : sumS / n, k: 0 }
  return {
    slope: (sumS * sumLL - sumL * sumLS) / determinant,
    k: (n * sumLS - sumL * sumS) / determinant,
  }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Fits how lines of text converge, by least squares that outliers cannot pull (Tukey's weights).
 *
 * @param lines whose text runs about along the x axis, px from the middle of the picture
 * @param radius px; half the extent of the text, what `k` is kept small against
 */
export function fitKeystone(lines: readonly Quad[], radius: number): Keystone {
  const samples = lines.map((line): Sample => {
    const [a, b, c, d] = line
    const slope = (b.y + c.y - a.y - d.y) / (b.x + c.x - a.x - d.x)
    const { x, y } = centerOf(line)
    return { slope, lever: slope * x - y, weight: widthOf(line) ** 2 }
  })
  const total = samples.reduce((sum, { weight }) => sum + weight, 0)
  const damping = lines.length < MIN_LINES ? Infinity : 0.02 * total * radius * radius
  let weights = samples.map(({ weight }) => weight)
  let fit: Keystone = { slope: 0, k: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    fit = Number.isFinite(damping)
      ? leastSquares(samples, weights, damping)
      : {
          slope: leastSquares(
            samples.map((one) => ({ ...one, lever: 0 })),
            weights,
            1,
          ).slope,
          k: 0,
        }
    const off = samples.map(({ slope, lever }) => Math.abs(slope - fit.slope - fit.k * lever))
    const limit = OUTLIER * Math.max(NOISE, 2 * middle(off))
    weights = samples.map(({ weight }, i) => weight * Math.max(0, 1 - ((off[i] ?? 0) / limit) ** 2) ** 2)
  }
  return fit
}
