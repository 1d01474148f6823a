import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { type Homography, project } from '../../../../miniprogram/image/homography'
import { mapQuad } from '../../../../miniprogram/image/quad'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Point } from '../../../../miniprogram/image/point'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { chineseOf } from './english'
import { LABEL_HEIGHT, type Layout } from './layouts'
import type { FoundLabel } from './find-labels'
import type { Script } from './spellings'

/** A label placed on the page, mm. */
export interface PlacedLabel {
  readonly field: Field
  readonly rect: Rect
  /** Script it was read in; `undefined` if its place is interpolated. */
  readonly found: Script | undefined
}

/** A label match that may be a field's. */
interface Candidate {
  readonly rect: Rect
  /** mm; right edge of the English label behind it. */
  readonly ends: number | undefined
  readonly script: Script
  readonly length: number
  readonly errors: number
  /** mm from its place on the form. */
  readonly off: number
}

/** mm; horizontal padding of a label box. */
const PADDING = 1.5
/** Multiple of its expected width to which a label box is cut: the rest is its value's. */
const MAX_WIDTH = 1.1
/** mm; labels farther off their place are on another form. */
const MAX_OFF = 9
/** Errors allowed in a label far from its place on the form. */
const MAX_ERRORS = 1
/** Shortest such label. */
const MIN_LENGTH = 4
/** mm of margin around a page in which labels may stand. */
const MARGIN = 2
/** Share of displaced labels above which the form does not place the missing ones. */
const MAX_DISPLACED = 1 / 3
const NOT_JUSTIFIED = { min: 0, max: Infinity }

/** mm; local offset between page and form, as an average of the labels weighted by distance. */
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

const costOf = ({ off, errors, script }: Candidate): number => off + errors + (script === 'zh' ? 0 : MAX_OFF)

const isOnPage = (rect: Rect): boolean => {
  const { x, y } = middleOf(rect)
  return x > -MARGIN && y > -MARGIN && x < PAGE_MM.width + MARGIN && y < PAGE_MM.height + MARGIN
}

/** Whether a label was read so well that its position overrides the form. */
const isBelieved = ({ script, errors, length, rect }: Candidate): boolean =>
  script === 'zh' && length >= MIN_LENGTH && errors <= MAX_ERRORS && isOnPage(rect)

/** The best match for the label of a field: near its place, Chinese before English, else one that overrides the form. */
function labelOf(
  field: Field,
  place: Point | undefined,
  labels: readonly FoundLabel[],
  toPage: Homography,
): Candidate | undefined {
  const candidates = labels
    .filter((label) => label.fields.includes(field))
    .map((label): Candidate => {
      const { script, errors, english, length } = label
      const ends = english && boundsOf(mapQuad(english, (point) => project(toPage, point))).right
      const rect = boundsOf(mapQuad(chineseOf(label), (point) => project(toPage, point)))
      const off = place ? Math.hypot(rect.left - place.x, middleOf(rect).y - place.y) : 0
      return { rect, ends, script, length, errors, off }
    })
    .sort((a, b) => costOf(a) - costOf(b))
  return candidates.find(({ off }) => off <= MAX_OFF) ?? candidates.find(isBelieved)
}

/** Places every label of a page: where it was read, else where the form and its neighbors put it. */
export function placeLabels(
  { labels: places, justified = NOT_JUSTIFIED }: Layout,
  toPage: Homography,
  labels: readonly FoundLabel[],
  fields: readonly Field[],
): PlacedLabel[] {
  const placeOf = ({ key }: Field): Point | undefined => places[key]
  const found = fields.flatMap((field) => {
    const label = labelOf(field, placeOf(field), labels, toPage)
    return label ? [{ field, ...label }] : []
  })
  const inPlace = found.filter(({ off }) => off <= MAX_OFF)
  const fits = found.length - inPlace.length <= MAX_DISPLACED * found.length
  const offsets = inPlace.flatMap(({ field, rect }) => {
    const place = placeOf(field)
    return place ? [{ place, by: { x: rect.left - place.x, y: middleOf(rect).y - place.y } }] : []
  })
  const chinese = found.filter(({ script }) => script === 'zh')
  const height = median(found.map(({ rect }) => rect.bottom - rect.top)) ?? LABEL_HEIGHT
  const setAs = (length: number): number => Math.min(justified.max, Math.max(justified.min, length))
  const widths = chinese.map(({ rect, length }) => (rect.right - rect.left - PADDING) / setAs(length))
  const width = median(widths) ?? LABEL_HEIGHT
  const longOf = (length: number): number => width * setAs(length)
  return fields.flatMap((field): PlacedLabel[] => {
    const known = found.find((label) => label.field === field)
    if (known) {
      const { left, right } = known.rect
      const long = longOf(known.script === 'zh' ? known.length : field.label.zh.length)
      const ends = known.script === 'zh' ? Math.min(right, left + PADDING + MAX_WIDTH * long) : left + PADDING + long
      return [{ field, rect: { ...known.rect, right: Math.max(ends, known.ends ?? ends) }, found: known.script }]
    }
    const place = placeOf(field)
    if (!place || !fits) return []
    const by = correction(place, offsets)
    const [left, middle] = [place.x + by.x, place.y + by.y]
    const [top, bottom] = [middle - height / 2, middle + height / 2]
    const right = left + PADDING + longOf(field.label.zh.length)
    return [{ field, rect: { left, right, top, bottom }, found: undefined }]
  })
}
