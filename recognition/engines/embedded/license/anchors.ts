import { centerOf, type Quad, slice } from '../../../../miniprogram/image/quad'
import { between, type Point } from '../../../../miniprogram/image/point'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { chineseOf } from './english'
import type { Layout } from './layouts'
import type { FoundLabel, Piece } from './parts'
import type { Anchor } from './registration'
import { tellingPart } from './telling'

/** Something read that tells where its field stands on the form, if it is that field's. */
export interface FieldAnchor<F extends Field> extends Anchor {
  /** None: the title. */
  readonly field: F | undefined
  /** Read as this field's own label, not as a value that could be this field's. */
  readonly label: boolean
}

/** mm by which what stands in its place may be off it: forms differ, and print is shifted on them. */
const TOLERANCE = 4.5
/** px a mm at which print can be read, and beyond which no picture shows it. */
const SCALE = { least: 2.5, most: 40 }
/** mm; nearer to each other, two places tell nothing of how a page lies. */
const APART = 8
/** The tangent of about 17°: the page is about level. */
const MAX_TURN = 0.3
/** A label says more than a value that merely has the right form. */
const LABEL_WEIGHT = 1.5

const leftOf = ([a, , , d]: Quad): Point => between(a, d, 0.5)

/** mm by which the box around a line begins before its first character. */
const BEFORE = 0.75

const boxed = ({ x, y }: Point): Point => ({ x: x - BEFORE, y })

/** Labels that were read, each as every field of the page that it could be. */
export function labelAnchors<F extends Field>(
  labels: readonly FoundLabel<F>[],
  fields: readonly F[],
  layout: Layout,
): FieldAnchor<F>[] {
  return labels.flatMap((found) =>
    fields.flatMap((field) => {
      const form = layout.labels[field.key as FieldKey]
      return form && found.fields.includes(field)
        ? [{ field, form: boxed(form), found: leftOf(chineseOf(found)), label: true }]
        : []
    }),
  )
}

export const titleAnchors = (titles: readonly Line[], { title: form }: Layout): FieldAnchor<never>[] =>
  form ? titles.map(({ box }) => ({ field: undefined, form, found: centerOf(box), label: true })) : []

/** Every field of a page whose value a piece could be, by its form alone. */
export function valueAnchors<F extends Field>(
  pieces: readonly Piece[],
  fields: readonly F[],
  { labels, values }: Layout,
): FieldAnchor<F>[] {
  return pieces.flatMap(({ text, line }) => {
    const { kind, start } = tellingPart(text) ?? { kind: undefined, start: 0 }
    const found = leftOf(slice(line.box, start / text.length, 1))
    return fields.flatMap((field) => {
      const [x, y] = [values[field.key as FieldKey], labels[field.key as FieldKey]?.y]
      if (x === undefined || y === undefined || field.kind !== kind) return []
      const form = boxed({ x, y })
      return [{ field, form, found, label: false }]
    })
  })
}

/** Turns, scales and shifts: `found = turn * form + (x, y)`, the turn as a complex number. */
interface Fit {
  readonly re: number
  readonly im: number
  readonly x: number
  readonly y: number
}

/** How a page that is about level lies if these two are in their places. */
function fitOf(a: Anchor, b: Anchor): Fit | undefined {
  const [u, v] = [b.form.x - a.form.x, b.form.y - a.form.y]
  const [p, q] = [b.found.x - a.found.x, b.found.y - a.found.y]
  const square = u * u + v * v
  if (square < APART * APART) return undefined
  const [re, im] = [(u * p + v * q) / square, (u * q - v * p) / square]
  const scale = Math.hypot(re, im)
  if (scale < SCALE.least || scale > SCALE.most || re < 0 || Math.abs(im) > MAX_TURN * re) return undefined
  const [x, y] = [(a.form.x + b.form.x) / 2, (a.form.y + b.form.y) / 2]
  return {
    re,
    im,
    x: (a.found.x + b.found.x) / 2 - re * x + im * y,
    y: (a.found.y + b.found.y) / 2 - im * x - re * y,
  }
}

/** The anchors in their places: of every field at most one, of every find the nearest. */
function agreeing<F extends Field>(anchors: readonly FieldAnchor<F>[], { re, im, x, y }: Fit): FieldAnchor<F>[] {
  const near = anchors
    .map((anchor) => {
      const { form, found } = anchor
      const off = Math.hypot(found.x - x - re * form.x + im * form.y, found.y - y - im * form.x - re * form.y)
      return { anchor, off: off / Math.hypot(re, im) }
    })
    .filter(({ off }) => off <= TOLERANCE)
    .sort((a, b) => a.off - b.off)
  const kept: FieldAnchor<F>[] = []
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

/** @param anchors each with how much it counts, 0..1: wholly, unless given */
export const weightOf = (anchors: readonly { readonly label: boolean; readonly near?: number }[]): number =>
  anchors.reduce((sum, { label, near = 1 }) => sum + near * (label ? LABEL_WEIGHT : 1), 0)

/** The most anchors that agree on how one page lies. */
export function bestAnchors<F extends Field>(anchors: readonly FieldAnchor<F>[]): FieldAnchor<F>[] {
  let best: FieldAnchor<F>[] = []
  for (const [i, a] of anchors.entries()) {
    for (const b of anchors.slice(i + 1)) {
      const fit = a.field === b.field ? undefined : fitOf(a, b)
      const agreed = fit ? agreeing(anchors, fit) : []
      if (weightOf(agreed) > weightOf(best)) best = agreed
    }
  }
  return best
}
