import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { middleOf, type Rect } from '../pixels/geometry'
import type { Label } from './pages'
import type { Piece } from './parts'
import { median } from './rows'

export interface Form<F extends Field> {
  readonly labels: readonly Label<F>[]
  /** px from row to row */
  readonly pitch: number
}

export interface Assignment<F extends Field> {
  readonly values: ReadonlyMap<F, readonly Piece[]>
  /** What belongs to no label. */
  readonly rest: readonly Piece[]
  /** px by which values stand lower than their labels: the printer puts them over a form that was printed before. */
  readonly shift: number
}

/** Share of the pitch by which a value may stand above or below its label. */
const REACH = 0.6
/** Share of a label's height by which a value may begin before its label ends. */
const OVERLAP = 0.8
/** A px to the side counts as this many px up or down: of two labels in a row the nearer one is meant. */
const SIDEWAYS = 0.05

/** px; where the page to the right begins, which no value of this page reaches. */
function rightBound<F extends Field>(label: Label<F>, labels: readonly Label<F>[]): number {
  const own = labels.filter(({ field }) => field.page === label.field.page)
  const others = labels.filter(({ field }) => field.page !== label.field.page)
  const ownRight = Math.max(...own.map(({ rect }) => rect.right))
  const otherLeft = Math.min(...others.map(({ rect }) => rect.left))
  return otherLeft > ownRight ? otherLeft : Infinity
}

function nearestLabel<F extends Field>(piece: Rect, { labels, pitch }: Form<F>, shift: number): Label<F> | undefined {
  const candidates = labels.flatMap((label) => {
    const ahead = piece.left - label.rect.right
    const off = Math.abs(middleOf(piece).y - shift - middleOf(label.rect).y)
    const overlap = OVERLAP * (label.rect.bottom - label.rect.top)
    const outside = ahead < -overlap || off > REACH * pitch || middleOf(piece).x > rightBound(label, labels)
    return outside ? [] : [{ label, cost: off + SIDEWAYS * Math.max(0, ahead) }]
  })
  return candidates.sort((a, b) => a.cost - b.cost)[0]?.label
}

/** Gives every piece of text to the label that it stands beside. */
export function assignValues<F extends Field>(pieces: readonly Piece[], form: Form<F>): Assignment<F> {
  const offsets = pieces.flatMap(({ rect }) => {
    const label = nearestLabel(rect, form, 0)
    return label ? [middleOf(rect).y - middleOf(label.rect).y] : []
  })
  const shift = median(offsets) ?? 0
  const values = new Map<F, Piece[]>()
  const rest: Piece[] = []
  for (const piece of pieces) {
    const field = nearestLabel(piece.rect, form, shift)?.field
    if (field) values.set(field, [...(values.get(field) ?? []), piece])
    else rest.push(piece)
  }
  return { values, rest, shift }
}
