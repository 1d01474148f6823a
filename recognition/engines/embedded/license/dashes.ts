import { connectedComponents } from '../ocr/connected-components'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Point } from '../../../../miniprogram/image/point'
import type { ValueMap } from '../pixels/darkness'

/** Darkness thresholds, 0..1. The highest separates dashes from folds and shadows; the lowest accepts only pairs. */
const DARKEST = 0.75
const DARK = 0.45
const FAINT = 0.22
/** This and the following are in label heights. */
const SPECK = 0.12
const MAX_THICKNESS = 0.45
const LENGTH = { min: 0.18, max: 0.9 }
const TOTAL = { min: 0.4, max: 2 }
/** Nearer print belongs to the same value. */
const BESIDE = 1.2
const RUN_TOGETHER = { min: 0.6, max: TOTAL.max }
const MAX_GAP = 0.8
const SAME_HEIGHT = 0.12
/** Longer bars are ruled lines. */
const RULE = 2
/** Length over thickness of a bar. */
const MIN_ELONGATION = 1.4

interface Mark {
  readonly rect: Rect
  readonly score: number
}

const thickness = ({ top, bottom }: Rect): number => bottom - top
const length = ({ left, right }: Rect): number => right - left

const isBar = (rect: Rect, unit: number, { min, max }: { min: number; max: number }): boolean =>
  thickness(rect) <= Math.max(2, MAX_THICKNESS * unit) &&
  length(rect) >= MIN_ELONGATION * thickness(rect) &&
  length(rect) >= min * unit &&
  length(rect) <= max * unit

const corner = (x: number, y: number): Point => ({ x, y })

/** Two bars side by side, or merged into one. */
function pairOf(marks: readonly Mark[], unit: number, mayRunTogether: boolean): readonly Mark[] | undefined {
  for (const [i, first] of marks.entries()) {
    const second = marks.slice(i + 1).find(({ rect }) => {
      const gap = rect.left - first.rect.right
      const off = Math.abs(middleOf(rect).y - middleOf(first.rect).y)
      return gap >= 0 && gap <= MAX_GAP * unit && off <= Math.max(1, SAME_HEIGHT * unit)
    })
    if (!second || !isBar(first.rect, unit, LENGTH) || !isBar(second.rect, unit, LENGTH)) continue
    const total = second.rect.right - first.rect.left
    if (total >= TOTAL.min * unit && total <= TOTAL.max * unit) return [first, second]
  }
  if (!mayRunTogether) return undefined
  const one = marks.find(({ rect }) => isBar(rect, unit, RUN_TOGETHER))
  return one && [one]
}

export interface Dashes {
  /** Mean darkness, 0..1. */
  readonly darkness: number
  /** px of the map */
  readonly around: Rect
}

/** Finds dashes above a darkness threshold. */
function findDarker(place: ValueMap, unit: number, threshold: number): Dashes | undefined {
  const inked = connectedComponents(place, threshold).map(({ outline, score }): Mark => ({
    rect: boundsOf(outline),
    score,
  }))
  const isRule = (rect: Rect): boolean => length(rect) > RULE * unit && thickness(rect) < unit / 2
  const isSpeck = (rect: Rect): boolean => Math.max(length(rect), thickness(rect)) < Math.max(2, SPECK * unit)
  const marks = inked.filter(({ rect }) => !isRule(rect) && !isSpeck(rect)).sort((a, b) => a.rect.left - b.rect.left)
  const pair = pairOf(marks, unit, threshold >= DARK)
  if (!pair) return undefined
  const around = boundsOf(pair.flatMap(({ rect }) => [corner(rect.left, rect.top), corner(rect.right, rect.bottom)]))
  const beside = ({ rect }: Mark): boolean =>
    rect.left < around.right + BESIDE * unit &&
    rect.right > around.left - BESIDE * unit &&
    Math.abs(middleOf(rect).y - middleOf(around).y) < unit / 2
  const shortest = Math.min(...pair.map(({ rect }) => length(rect)))
  // Marks cut off at the left edge are the label's.
  const print = marks.filter(
    (mark) =>
      !pair.includes(mark) &&
      mark.rect.left > 0 &&
      beside(mark) &&
      (thickness(mark.rect) > unit / 3 || length(mark.rect) > shortest / 2),
  )
  if (print.length > 0) return undefined
  return { darkness: pair.reduce((sum, { score }) => sum + score, 0) / pair.length, around }
}

/**
 * Finds the two short dashes of an empty value, if nothing else is printed there.
 *
 * @param unit px; label height
 */
export function findDashes(place: ValueMap, unit: number): Dashes | undefined {
  return findDarker(place, unit, DARK) ?? findDarker(place, unit, DARKEST) ?? findDarker(place, unit, FAINT)
}
