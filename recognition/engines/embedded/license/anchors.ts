import { centerOf, type Quad, slice } from '../../../../miniprogram/image/quad'
import { between, type Point } from '../../../../miniprogram/image/point'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { chineseOf } from './english'
import type { Layout } from './layouts'
import type { FoundLabel } from './find-labels'
import type { Piece } from './split-line'
import type { Anchor } from './registration'
import { inferKindOfPart } from './infer-kind'

/** A candidate pair of a place on the form and a box in the view. */
export interface FieldAnchor extends Anchor {
  /** `undefined` for the title. */
  readonly field: Field | undefined
  /** Whether it is a label match rather than a value of the right kind. */
  readonly label: boolean
}

/** mm; forms differ, and print is shifted on them. */
const TOLERANCE = 4.5
/** px per mm that is legible and that a picture can have. */
const SCALE = { min: 2.5, max: 40 }
/** mm; two anchors nearer to each other do not determine the transform. */
const MIN_DISTANCE = 8
/** Tangent of about 17 degrees. */
const MAX_TURN = 0.3
/** Weight of a label; a value of the right kind has 1. */
const LABEL_WEIGHT = 1.5

const leftOf = ([a, , , d]: Quad): Point => between(a, d, 0.5)

/** mm of padding before the first character in the box of a line. */
const PADDING = 0.75

const boxed = ({ x, y }: Point): Point => ({ x: x - PADDING, y })

/** One anchor per label match and field of the page. */
export function labelAnchors(labels: readonly FoundLabel[], fields: readonly Field[], layout: Layout): FieldAnchor[] {
  return labels.flatMap((found) =>
    fields.flatMap((field) => {
      const form = layout.labels[field.key]
      return form && found.fields.includes(field)
        ? [{ field, form: boxed(form), found: leftOf(chineseOf(found)), label: true }]
        : []
    }),
  )
}

export const titleAnchors = (titles: readonly Line[], { title: form }: Layout): FieldAnchor[] =>
  form ? titles.map(({ box }) => ({ field: undefined, form, found: centerOf(box), label: true })) : []

/** One anchor per piece and field of the page whose kind the piece has. */
export function valueAnchors(
  pieces: readonly Piece[],
  fields: readonly Field[],
  { labels, values }: Layout,
): FieldAnchor[] {
  return pieces.flatMap(({ text, line }) => {
    const { kind, start } = inferKindOfPart(text) ?? { kind: undefined, start: 0 }
    const found = leftOf(slice(line.box, start / text.length, 1))
    return fields.flatMap((field) => {
      const [x, y] = [values[field.key], labels[field.key]?.y]
      if (x === undefined || y === undefined || field.kind !== kind) return []
      const form = boxed({ x, y })
      return [{ field, form, found, label: false }]
    })
  })
}

/** Similarity transform: `found = (re + i im) * form + (x, y)`. */
interface Fit {
  readonly re: number
  readonly im: number
  readonly x: number
  readonly y: number
}

/** The transform that two anchors determine, if it is about level and legible. */
function fitOf(a: Anchor, b: Anchor): Fit | undefined {
  const [u, v] = [b.form.x - a.form.x, b.form.y - a.form.y]
  const [p, q] = [b.found.x - a.found.x, b.found.y - a.found.y]
  const square = u * u + v * v
  if (square < MIN_DISTANCE * MIN_DISTANCE) return undefined
  const [re, im] = [(u * p + v * q) / square, (u * q - v * p) / square]
  const scale = Math.hypot(re, im)
  if (scale < SCALE.min || scale > SCALE.max || re < 0 || Math.abs(im) > MAX_TURN * re) return undefined
  const [x, y] = [(a.form.x + b.form.x) / 2, (a.form.y + b.form.y) / 2]
  return {
    re,
    im,
    x: (a.found.x + b.found.x) / 2 - re * x + im * y,
    y: (a.found.y + b.found.y) / 2 - im * x - re * y,
  }
}

/** Inliers of a transform, nearest first: at most one per field, and one per box. */
function inliersOf(anchors: readonly FieldAnchor[], { re, im, x, y }: Fit): FieldAnchor[] {
  const near = anchors
    .map((anchor) => {
      const { form, found } = anchor
      const off = Math.hypot(found.x - x - re * form.x + im * form.y, found.y - y - im * form.x - re * form.y)
      return { anchor, off: off / Math.hypot(re, im) }
    })
    .filter(({ off }) => off <= TOLERANCE)
    .sort((a, b) => a.off - b.off)
  const kept: FieldAnchor[] = []
  for (const { anchor } of near) {
    const taken = kept.some(
      (other) =>
        (other.field === anchor.field && other.label === anchor.label) ||
        (other.found.x === anchor.found.x && other.found.y === anchor.found.y),
    )
    if (!taken) kept.push(anchor)
  }
  return kept
}

/** @param anchors `near` is a weight 0..1, default 1 */
export const weightOf = (anchors: readonly { readonly label: boolean; readonly near?: number }[]): number =>
  anchors.reduce((sum, { label, near = 1 }) => sum + near * (label ? LABEL_WEIGHT : 1), 0)

/** The heaviest set of inliers over all pairs of anchors, as in RANSAC. */
export function bestAnchors(anchors: readonly FieldAnchor[]): FieldAnchor[] {
  let best: FieldAnchor[] = []
  for (const [i, a] of anchors.entries()) {
    for (const b of anchors.slice(i + 1)) {
      const fit = a.field === b.field ? undefined : fitOf(a, b)
      const agreed = fit ? inliersOf(anchors, fit) : []
      if (weightOf(agreed) > weightOf(best)) best = agreed
    }
  }
  return best
}
