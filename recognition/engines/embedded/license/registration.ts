import type { Homography } from '../../../../miniprogram/image/homography'
import type { Point } from '../../../../miniprogram/image/point'

/** A point of the form (mm of its page) and its match (px of the view). */
export interface Anchor {
  readonly form: Point
  readonly found: Point
}

export interface Registration {
  /** From mm of the page to px of the view. */
  readonly toView: Homography
  /** mm; residual of each anchor. */
  readonly off: readonly number[]
}

const ROUNDS = 5
/** mm; larger residuals get no weight, doubled in the first two rounds. */
const OUTLIER = 6
/** Regularization towards a similarity, in anchors. */
const STIFFNESS = 0.6
/** mm; half the extent of a page. */
const RADIUS = 30

interface Linear {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

const mean = (points: readonly Point[], weights: readonly number[]): Point => {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  return {
    x: points.reduce((sum, { x }, i) => sum + x * (weights[i] ?? 0), 0) / total,
    y: points.reduce((sum, { y }, i) => sum + y * (weights[i] ?? 0), 0) / total,
  }
}

/** Rotation and scale: `[a, -b; b, a]`. */
function similarity(form: readonly Point[], found: readonly Point[], weights: readonly number[]): Linear {
  let [along, across, square] = [0, 0, 0]
  form.forEach((p, i) => {
    const q = found[i] ?? p
    const weight = weights[i] ?? 0
    along += weight * (p.x * q.x + p.y * q.y)
    across += weight * (p.x * q.y - p.y * q.x)
    square += weight * (p.x * p.x + p.y * p.y)
  })
  const [a, b] = square === 0 ? [1, 0] : [along / square, across / square]
  return { a, b: -b, c: b, d: a }
}

/** Ridge regression towards a similarity. */
function affine(form: readonly Point[], found: readonly Point[], weights: readonly number[], prior: Linear): Linear {
  const ridge = STIFFNESS * RADIUS * RADIUS
  let [xx, xy, yy] = [ridge, 0, ridge]
  let [ux, uy] = [ridge * prior.a, ridge * prior.b]
  let [vx, vy] = [ridge * prior.c, ridge * prior.d]
  form.forEach((p, i) => {
    const q = found[i] ?? p
    const weight = weights[i] ?? 0
    xx += weight * p.x * p.x
    xy += weight * p.x * p.y
    yy += weight * p.y * p.y
    ux += weight * q.x * p.x
    uy += weight * q.x * p.y
    vx += weight * q.y * p.x
    vy += weight * q.y * p.y
  })
  const determinant = xx * yy - xy * xy
  return {
    a: (ux * yy - uy * xy) / determinant,
    b: (uy * xx - ux * xy) / determinant,
    c: (vx * yy - vy * xy) / determinant,
    d: (vy * xx - vx * xy) / determinant,
  }
}

/** Fits a page to two or more anchors, by iteratively reweighted least squares. */
export function register(anchors: readonly Anchor[]): Registration {
  let weights = anchors.map(() => 1)
  let toView: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  let off: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [p, q] = [
      mean(
        anchors.map(({ form }) => form),
        weights,
      ),
      mean(
        anchors.map(({ found }) => found),
        weights,
      ),
    ]
    const form = anchors.map((anchor) => ({ x: anchor.form.x - p.x, y: anchor.form.y - p.y }))
    const found = anchors.map((anchor) => ({ x: anchor.found.x - q.x, y: anchor.found.y - q.y }))
    const { a, b, c, d } = affine(form, found, weights, similarity(form, found, weights))
    toView = [a, b, q.x - a * p.x - b * p.y, c, d, q.y - c * p.x - d * p.y, 0, 0, 1]
    const unit = Math.sqrt(Math.abs(a * d - b * c)) || 1
    off = form.map(({ x, y }, i) => {
      const at = found[i] ?? { x: 0, y: 0 }
      return Math.hypot(a * x + b * y - at.x, c * x + d * y - at.y) / unit
    })
    const limit = round < 2 ? 2 * OUTLIER : OUTLIER
    weights = off.map((distance) => Math.max(0.001, 1 - (distance / limit) ** 2) ** 2)
  }
  return { toView, off }
}
