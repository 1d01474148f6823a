import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { between } from '../pixels/geometry'
import { LABEL_PLACES, valueBegins } from './form'
import type { Label } from './pages'
import type { Piece } from './parts'
import type { Anchor } from './registration'
import { tellingKind } from './telling'

/** Something read that tells where its field stands on the form, if it is that field's. */
export interface FieldAnchor<F extends Field> extends Anchor {
  readonly field: F
  /** Read as this field's own label, not as a value that could be this field's. */
  readonly label: boolean
}

/** mm by which what stands in its place may be off it: forms differ, and print is shifted on them. */
const TOLERANCE = 4.5
/** px a mm at which print can be read, and beyond which no picture shows it. */
const SCALE = { least: 2.5, most: 40 }
/** A label says more than a value that merely has the right form. */
const LABEL_WEIGHT = 1.5

export function labelAnchors<F extends Field>(labels: readonly Label<F>[]): FieldAnchor<F>[] {
  return labels.flatMap(({ field, box: [a, , , d] }) => {
    const form = LABEL_PLACES[field.key as FieldKey]
    return form ? [{ field, form, found: between(a, d, 0.5), label: true }] : []
  })
}

/** Every field of a page whose value a piece could be, by its form alone. */
export function valueAnchors<F extends Field>(pieces: readonly Piece[], fields: readonly F[]): FieldAnchor<F>[] {
  return pieces.flatMap(({ text, line }) => {
    const kind = tellingKind(text)
    const [a, , , d] = line.box
    return fields.flatMap((field) => {
      const place = LABEL_PLACES[field.key as FieldKey]
      if (!place || field.kind !== kind) return []
      const form = { x: place.x + valueBegins(field.label.zh.length), y: place.y }
      return [{ field, form, found: between(a, d, 0.5), label: false }]
    })
  })
}

interface Fit {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** How a level page lies if these two are in their places. */
function fitOf(a: Anchor, b: Anchor): Fit | undefined {
  const [u, v] = [b.form.x - a.form.x, b.form.y - a.form.y]
  const [p, q] = [b.found.x - a.found.x, b.found.y - a.found.y]
  const scale = (u * p + v * q) / (u * u + v * v)
  if (!(scale >= SCALE.least && scale <= SCALE.most)) return undefined
  if (Math.hypot(p - scale * u, q - scale * v) > TOLERANCE * scale) return undefined
  return {
    scale,
    x: (a.found.x + b.found.x - scale * (a.form.x + b.form.x)) / 2,
    y: (a.found.y + b.found.y - scale * (a.form.y + b.form.y)) / 2,
  }
}

/** The anchors in their places: of every field at most one, of every find the nearest. */
function agreeing<F extends Field>(anchors: readonly FieldAnchor<F>[], { scale, x, y }: Fit): FieldAnchor<F>[] {
  const near = anchors
    .map((anchor) => {
      const off = Math.hypot(anchor.found.x - x - scale * anchor.form.x, anchor.found.y - y - scale * anchor.form.y)
      return { anchor, off: off / scale }
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

const weightOf = (anchors: readonly { readonly label: boolean }[]): number =>
  anchors.reduce((sum, { label }) => sum + (label ? LABEL_WEIGHT : 1), 0)

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
