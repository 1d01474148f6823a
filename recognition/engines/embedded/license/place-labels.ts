import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { type Homography, project } from '../../../../miniprogram/image/homography'
import { mapQuad } from '../../../../miniprogram/image/quad'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Point } from '../../../../miniprogram/image/point'
import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { chineseOf } from './english'
import { LABEL_HEIGHT, type Layout } from './layouts'
import type { FoundLabel } from './parts'
import type { Script } from './spellings'

/** A label in its place on the page, mm. */
export interface PlacedLabel<F extends Field> {
  readonly field: F
  readonly rect: Rect
  /** In which language it was read there; in none, it only must be there by the others. */
  readonly found: Script | undefined
}

/** A label that was read, as one that a field may have. */
interface Candidate {
  readonly rect: Rect
  /** mm; the right edge of the English label behind it. */
  readonly ends: number | undefined
  readonly script: Script
  readonly length: number
  readonly errors: number
  /** mm from where the form has it. */
  readonly off: number
}

/** mm that the box around a label is wider than its characters. */
const ROUND = 1.5
/** How much longer than the others, by its characters, a label may be: what is more in its box is its value's. */
const LONGER = 1.1
/** mm; a label farther off its place in the form is on another form, if it is one at all. */
const MAX_OFF = 9
/** Characters of a label that are read otherwise, at most, where the form does not have it: it must tell itself. */
const MAX_ERRORS = 1
/** The least characters of such a label. */
const MIN_LENGTH = 4
/** mm around a page in which its labels may stand. */
const MARGIN = 2
/** Share of the labels that stand elsewhere, with which a form does not say where the others are. */
const STRANGE = 1 / 3
/** Where a form does not justify its labels. */
const AS_LONG_AS_IT_IS = { least: 0, most: Infinity }

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

const costOf = ({ off, errors, script }: Candidate): number => off + errors + (script === 'zh' ? 0 : MAX_OFF)

const isOnPage = (rect: Rect): boolean => {
  const { x, y } = middleOf(rect)
  return x > -MARGIN && y > -MARGIN && x < PAGE_MM.width + MARGIN && y < PAGE_MM.height + MARGIN
}

/** Whether a label tells itself so clearly that it is believed where it stands, whatever the form says. */
const isBelieved = ({ script, errors, length, rect }: Candidate): boolean =>
  script === 'zh' && length >= MIN_LENGTH && errors <= MAX_ERRORS && isOnPage(rect)

/** Where a field's label was read: nearest to its place, Chinese rather than English; else wherever it stands. */
function labelOf<F extends Field>(
  field: F,
  place: Point | undefined,
  labels: readonly FoundLabel<F>[],
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

/** Every label of a page: where it was read, or where the form and its neighbors say that it must be. */
export function placeLabels<F extends Field>(
  { labels: places, justified = AS_LONG_AS_IT_IS }: Layout,
  toPage: Homography,
  labels: readonly FoundLabel<F>[],
  fields: readonly F[],
): PlacedLabel<F>[] {
  const placeOf = ({ key }: Field): Point | undefined => places[key as FieldKey]
  const found = fields.flatMap((field) => {
    const label = labelOf(field, placeOf(field), labels, toPage)
    return label ? [{ field, ...label }] : []
  })
  const inPlace = found.filter(({ off }) => off <= MAX_OFF)
  const fits = found.length - inPlace.length <= STRANGE * found.length
  const offsets = inPlace.flatMap(({ field, rect }) => {
    const place = placeOf(field)
    return place ? [{ place, by: { x: rect.left - place.x, y: middleOf(rect).y - place.y } }] : []
  })
  const chinese = found.filter(({ script }) => script === 'zh')
  const height = median(found.map(({ rect }) => rect.bottom - rect.top)) ?? LABEL_HEIGHT
  const setAs = (length: number): number => Math.min(justified.most, Math.max(justified.least, length))
  const widths = chinese.map(({ rect, length }) => (rect.right - rect.left - ROUND) / setAs(length))
  const width = median(widths) ?? LABEL_HEIGHT
  const longOf = (length: number): number => width * setAs(length)
  return fields.flatMap((field): PlacedLabel<F>[] => {
    const known = found.find((label) => label.field === field)
    if (known) {
      const { left, right } = known.rect
      const long = longOf(known.script === 'zh' ? known.length : field.label.zh.length)
      const ends = known.script === 'zh' ? Math.min(right, left + ROUND + LONGER * long) : left + ROUND + long
      return [{ field, rect: { ...known.rect, right: Math.max(ends, known.ends ?? ends) }, found: known.script }]
    }
    const place = placeOf(field)
    if (!place || !fits) return []
    const by = correction(place, offsets)
    const [left, middle] = [place.x + by.x, place.y + by.y]
    const [top, bottom] = [middle - height / 2, middle + height / 2]
    const right = left + ROUND + longOf(field.label.zh.length)
    return [{ field, rect: { left, right, top, bottom }, found: undefined }]
  })
}
