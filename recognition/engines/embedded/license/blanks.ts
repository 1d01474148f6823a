import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { middleOf, type Rect } from '../pixels/geometry'
import type { Label } from './pages'

/** A label beside which no text was found, and where to look again. px of the upright picture. */
export interface Blank<F extends Field> {
  readonly field: F
  readonly label: Rect
  readonly place: Rect
}

/** In label heights: where the place begins behind its label, how far it reaches at most, and half its height. */
const BEGINS = 0.2
const REACHES = 5
const HALF_HEIGHT = 0.45

/** The place beside a label, as far as the next label in its row. `shift`: px by which values stand lower. */
export function blankOf<F extends Field>(label: Label<F>, labels: readonly Label<F>[], shift: number): Blank<F> {
  const { field, rect } = label
  const height = rect.bottom - rect.top
  const middle = middleOf(rect).y
  const nextInRow = labels
    .filter((other) => other.rect.left > rect.right && Math.abs(middleOf(other.rect).y - middle) < height)
    .map((other) => other.rect.left - BEGINS * height)
  const left = rect.right + BEGINS * height
  const right = Math.max(left, Math.min(rect.right + REACHES * height, ...nextInRow))
  const top = middle + shift - HALF_HEIGHT * height
  return { field, label: rect, place: { left, right, top, bottom: top + 2 * HALF_HEIGHT * height } }
}
