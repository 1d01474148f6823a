import type { Field, FieldKey, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Point } from '../../../../miniprogram/vehicle-license/recognition'
import type { Line } from '../ocr/line'
import { boundsOf, mapQuad, middleOf, type Rect } from '../pixels/geometry'
import { type Homography, invert, project } from '../pixels/homography'
import { bestAnchors, type FieldAnchor, labelAnchors, titleAnchors, valueAnchors } from './anchors'
import { chineseOf, joinEnglish } from './english'
import { LABEL_HEIGHT, LABEL_PLACES, PAGE } from './form'
import type { FoundLabel, Piece } from './parts'
import { register } from './registration'
import type { Script } from './spellings'
import { median } from '../median'

/** A label in its place on the page, mm. */
export interface PlacedLabel<F extends Field> {
  readonly field: F
  readonly rect: Rect
  /** In which language it was read there; in none, it only must be there by the others. */
  readonly found: Script | undefined
}

/** A page of the license that was found. */
export interface Sheet<F extends Field> {
  readonly page: LicensePage
  /** From px of the view to mm of the page. */
  readonly toPage: Homography
  /** All of the form's labels. */
  readonly labels: readonly PlacedLabel<F>[]
}

/** With fewer of them in their places it is not sure how a page lies. */
const MIN_ANCHORS = 4
/** Without a title, fewer labels in their places are another paper's: an insurance policy has some of them too. */
const UNTITLED_LABELS = 4
/** So many labels tell it alone: values may be shifted against them. */
const ENOUGH_LABELS = 5
/** mm that the box around a label is wider than its characters. */
const ROUND = 1.5
/** How much longer than the others, by its characters, a label may be: what is more in its box is its value's. */
const LONGER = 1.1
/** mm; a label farther off its place in the form is another one. */
const MAX_OFF = 9

const placeOf = (field: Field): Point | undefined => LABEL_PLACES[field.key as FieldKey]

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

/** Where a field's label was read, mm: the one that is nearest to its place, Chinese rather than English. */
function labelOf<F extends Field>(field: F, labels: readonly FoundLabel<F>[], toPage: Homography) {
  const place = placeOf(field)
  const ways = labels
    .filter((label) => label.fields.includes(field))
    .map((label) => {
      const { script, errors, english } = label
      const ends = english && boundsOf(mapQuad(english, (point) => project(toPage, point))).right
      const rect = boundsOf(mapQuad(chineseOf(label), (point) => project(toPage, point)))
      const off = place ? Math.hypot(rect.left - place.x, middleOf(rect).y - place.y) : 0
      return { rect, ends, script, off, cost: off + errors + (script === 'zh' ? 0 : MAX_OFF) }
    })
  return ways.filter(({ off }) => off <= MAX_OFF).sort((a, b) => a.cost - b.cost)[0]
}

function sheetOf<F extends Field>(
  page: LicensePage,
  anchors: readonly FieldAnchor<F>[],
  labels: readonly FoundLabel<F>[],
  fields: readonly F[],
): Sheet<F> {
  const { toView } = register(anchors)
  const toPage = invert(toView)
  const found = fields.flatMap((field) => {
    const label = labelOf(field, labels, toPage)
    return label ? [{ field, ...label }] : []
  })
  const offsets = found.flatMap(({ field, rect }) => {
    const place = placeOf(field)
    return place ? [{ place, by: { x: rect.left - place.x, y: (rect.top + rect.bottom) / 2 - place.y } }] : []
  })
  const chinese = found.filter(({ script }) => script === 'zh')
  const height = median(found.map(({ rect }) => rect.bottom - rect.top)) ?? LABEL_HEIGHT
  const width =
    median(chinese.map(({ rect, field }) => (rect.right - rect.left - ROUND) / field.label.zh.length)) ?? LABEL_HEIGHT
  const all = fields.flatMap((field): PlacedLabel<F>[] => {
    const known = found.find((label) => label.field === field)
    const long = width * field.label.zh.length
    if (known) {
      const { left, right } = known.rect
      const ends = known.script === 'zh' ? Math.min(right, left + ROUND + LONGER * long) : left + ROUND + long
      return [{ field, rect: { ...known.rect, right: Math.max(ends, known.ends ?? ends) }, found: known.script }]
    }
    const place = placeOf(field)
    if (!place) return []
    const by = correction(place, offsets)
    const [left, middle] = [place.x + by.x, place.y + by.y]
    const [top, bottom] = [middle - height / 2, middle + height / 2]
    return [{ field, rect: { left, right: left + ROUND + long, top, bottom }, found: undefined }]
  })
  return { page, toPage, labels: all }
}

/** What was read that tells where a page is. */
export interface Signs<F extends Field> {
  readonly labels: readonly FoundLabel<F>[]
  readonly titles: readonly Line[]
  readonly pieces: readonly Piece[]
}

const MIDDLE: Point = { x: PAGE.width / 2, y: PAGE.height / 2 }

/** Two pages cannot lie in one place: what is found of one there is the other's. */
function overlap<F extends Field>(a: Sheet<F>, b: Sheet<F>): boolean {
  const { x, y } = project(a.toPage, project(invert(b.toPage), MIDDLE))
  return Math.abs(x - MIDDLE.x) < PAGE.width / 2 && Math.abs(y - MIDDLE.y) < PAGE.height / 2
}

/** The pages whose place is told by enough of what was read on them, in the order of the table. */
export function sheetsOf<F extends Field>(signs: Signs<F>, fields: readonly F[]): Sheet<F>[] {
  const { titles, pieces } = signs
  const labels = joinEnglish(signs.labels)
  const found = Array.from(new Set(fields.map(({ page }) => page))).flatMap((page) => {
    const own = fields.filter((field) => field.page === page)
    const anchors = bestAnchors([...labelAnchors(labels, own), ...valueAnchors(pieces, own), ...titleAnchors(titles)])
    const byLabel = anchors.filter(({ label }) => label)
    if (anchors.length < MIN_ANCHORS || (titles.length === 0 && byLabel.length < UNTITLED_LABELS)) return []
    const sure = byLabel.length >= ENOUGH_LABELS ? byLabel : anchors
    return [{ sheet: sheetOf(page, sure, labels, own), signs: anchors.length }]
  })
  return found
    .filter((one) => !found.some((other) => other.signs > one.signs && overlap(other.sheet, one.sheet)))
    .map(({ sheet }) => sheet)
}
