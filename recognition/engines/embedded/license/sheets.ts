import type { Field, FieldKey, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Point, Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { between, boundsOf, mapQuad, type Rect } from '../pixels/geometry'
import { type Homography, invert, project } from '../pixels/homography'
import { LABEL_HEIGHT, LABEL_PLACES } from './form'
import type { Label } from './pages'
import { type Anchor, register } from './registration'
import { median } from './rows'

/** A label in its place on the page, mm. */
export interface PlacedLabel<F extends Field> {
  readonly field: F
  readonly rect: Rect
  /** Whether it was read there, or only must be there by the others. */
  readonly found: boolean
}

/** A page of the license that was found. */
export interface Sheet<F extends Field> {
  readonly page: LicensePage
  /** From px of the view to mm of the page. */
  readonly toPage: Homography
  /** All of the form's labels. */
  readonly labels: readonly PlacedLabel<F>[]
}

/** With fewer labels it is not sure how a page lies. */
const MIN_ANCHORS = 2
/** mm; a label farther off its place in the form is another one. */
const MAX_OFF = 9

const placeOf = (field: Field): Point | undefined => LABEL_PLACES[field.key as FieldKey]

const leftOf = ([a, , , d]: Quad): Point => between(a, d, 0.5)

function anchorOf<F extends Field>({ field, box }: Label<F>): Anchor | undefined {
  const form = placeOf(field)
  return form && { form, found: leftOf(box) }
}

/** mm by which the form's own labels lie elsewhere than expected around a place: the nearer ones say more. */
function correction(place: Point, known: readonly { place: Point; by: Point }[]): Point {
  let [weights, x, y] = [0.02, 0, 0]
  for (const { place: at, by } of known) {
    const weight = 1 / (20 + (place.x - at.x) ** 2 / 4 + (place.y - at.y) ** 2)
    weights += weight
    x += weight * by.x
    y += weight * by.y
  }
  return { x: x / weights, y: y / weights }
}

function sheetOf<F extends Field>(page: LicensePage, labels: readonly Label<F>[], fields: readonly F[]): Sheet<F> {
  const anchored = labels.filter(({ field }) => placeOf(field))
  const { toView, off } = register(anchored.flatMap((label) => anchorOf(label) ?? []))
  const toPage = invert(toView)
  const tooFar = new Set(anchored.filter((_, i) => (off[i] ?? 0) > MAX_OFF))
  const found = labels
    .filter((label) => !tooFar.has(label))
    .map(({ field, box }) => ({ field, rect: boundsOf(mapQuad(box, (point) => project(toPage, point))) }))
  const offsets = found.flatMap(({ field, rect }) => {
    const place = placeOf(field)
    return place ? [{ place, by: { x: rect.left - place.x, y: (rect.top + rect.bottom) / 2 - place.y } }] : []
  })
  const height = median(found.map(({ rect }) => rect.bottom - rect.top)) ?? LABEL_HEIGHT
  const width = median(found.map(({ rect, field }) => (rect.right - rect.left) / field.label.zh.length)) ?? height
  const all = fields.flatMap((field): PlacedLabel<F>[] => {
    const known = found.find((label) => label.field === field)
    if (known) return [{ ...known, found: true }]
    const place = placeOf(field)
    if (!place) return []
    const by = correction(place, offsets)
    const [left, middle] = [place.x + by.x, place.y + by.y]
    const right = left + width * field.label.zh.length
    return [{ field, rect: { left, right, top: middle - height / 2, bottom: middle + height / 2 }, found: false }]
  })
  return { page, toPage, labels: all }
}

/** The pages that labels were found of, in the order of the table. */
export function sheetsOf<F extends Field>(labels: readonly Label<F>[], fields: readonly F[]): Sheet<F>[] {
  const pages = new Set(fields.map(({ page }) => page))
  return Array.from(pages).flatMap((page) => {
    const own = labels.filter(({ field }) => field.page === page)
    const possible = fields.filter((field) => field.page === page)
    return own.length < MIN_ANCHORS ? [] : [sheetOf(page, own, possible)]
  })
}
