import { centerOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

/**
 * Keystone distortion of parallel lines photographed at an angle: the line through (x, y) has the slope
 * `slope - k * (y - slope * x)`; all meet where `k * x` is 1.
 */
export interface Keystone {
  readonly slope: number
  /** 1/px */
  readonly k: number
}

const ROUNDS = 6
/** Medians of the residual beyond which a line has no weight, and the smallest residual (slope, about 0.5°) in it. */
const OUTLIER = 2.5
const NOISE = 0.008
/** Fewer lines give no reliable `k`. */
const MIN_LINES = 6
/** Regularization of `k`, as a share of the weight of the lines. */
const DAMPING = 0.02

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

const upperMedian = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Fits by iteratively reweighted least squares (Tukey's biweight).
 *
 * @param lines roughly horizontal; px from the center of the text
 * @param radius px; half the extent of the text
 */
export function fitKeystone(lines: readonly Quad[], radius: number): Keystone {
  const hasKeystone = lines.length >= MIN_LINES
  const samples = lines.map((line): Sample => {
    const [a, b, c, d] = line
    const slope = (b.y + c.y - a.y - d.y) / (b.x + c.x - a.x - d.x)
    const { x, y } = centerOf(line)
    return { slope, lever: hasKeystone ? slope * x - y : 0, weight: widthOf(line) ** 2 }
  })
  const total = samples.reduce((sum, { weight }) => sum + weight, 0)
  const damping = hasKeystone ? DAMPING * total * radius * radius : 1
  let weights = samples.map(({ weight }) => weight)
  let fit: Keystone = { slope: 0, k: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    fit = leastSquares(samples, weights, damping)
    const residuals = samples.map(({ slope, lever }) => Math.abs(slope - fit.slope - fit.k * lever))
    const limit = OUTLIER * Math.max(NOISE, 2 * upperMedian(residuals))
    weights = samples.map(({ weight }, i) => weight * Math.max(0, 1 - ((residuals[i] ?? 0) / limit) ** 2) ** 2)
  }
  return fit
}
