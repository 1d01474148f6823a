import { findRegions } from '../ocr/regions'
import type { ValueMap } from '../pixels/darkness'
import { boundsOf, middleOf, type Rect } from '../pixels/geometry'

const DARK = 0.5
/** All in heights of the label that the dashes stand beside. */
const SPECK = 0.05
const MAX_THICKNESS = 0.25
const MIN_LENGTH = 0.4
const MAX_LENGTH = 1.6
/** A bar is this much longer than it is thick, at least. */
const MIN_ELONGATION = 1.5

const thickness = ({ top, bottom }: Rect): number => bottom - top
const length = ({ left, right }: Rect): number => right - left

const isBar = (rect: Rect, unit: number): boolean =>
  thickness(rect) <= MAX_THICKNESS * unit && length(rect) >= MIN_ELONGATION * thickness(rect)

/**
 * Whether two short dashes side by side (or run together) are all that is printed in a place: what stands for an
 * empty value, and is too small for the text detector.
 *
 * @param unit px; the height of the label
 * @returns how dark they are, 0..1, or `undefined`
 */
export function findDashes(place: ValueMap, unit: number): number | undefined {
  const inked = findRegions(place, DARK).map(({ outline, score }) => ({ rect: boundsOf(outline), score }))
  // A ruled line runs through the whole place.
  const marks = inked.filter(({ rect }) => length(rect) < place.width - 2 && length(rect) > SPECK * unit)
  const [first, second, third] = marks.sort((a, b) => a.rect.left - b.rect.left)
  if (!first || third || !marks.every(({ rect }) => isBar(rect, unit))) return undefined
  const last = second ?? first
  const apart = Math.abs(middleOf(first.rect).y - middleOf(last.rect).y)
  const total = last.rect.right - first.rect.left
  if (apart > SPECK * 2 * unit || total < MIN_LENGTH * unit || total > MAX_LENGTH * unit) return undefined
  return (first.score + last.score) / 2
}
