import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { concat, project, shift } from '../../../../miniprogram/image/homography'
import { boundsOf, contains, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { centerOf, mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { FIELDS, type LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import { LAYOUTS } from '../license/layouts'
import type { Sheet, Signs } from '../license/sheets'
import { tellingKind } from '../license/telling'
import type { Row } from './read-boxes'

/** mm between two pages, and by which one lies farther along than the other, at most. */
const APART = 14
/** Fewer lines are no page. */
const MIN_LINES = 6

/** What surrounds a page, mm: where the other one may lie, beside it, above it or below. */
const PLACES: readonly Rect[] = [
  { left: PAGE_MM.width, right: 2 * PAGE_MM.width + APART, top: -APART, bottom: PAGE_MM.height + APART },
  { left: -PAGE_MM.width - APART, right: 0, top: -APART, bottom: PAGE_MM.height + APART },
  { left: -APART, right: PAGE_MM.width + APART, top: PAGE_MM.height, bottom: 2 * PAGE_MM.height + APART },
  { left: -APART, right: PAGE_MM.width + APART, top: -PAGE_MM.height - APART, bottom: 0 },
]

const PAGES: readonly LicensePage[] = [...new Set(FIELDS.map(({ page }) => page))]

/**
 * Where the other page must lie if but one was found: beside it, where there is as much print as on a page, and
 * something in it is a license's. Looked at closely, it may show more than from afar.
 *
 * @param lines of the view
 */
export function neighborOf(
  sheets: readonly Sheet<Row>[],
  lines: readonly Quad[],
  { labels, pieces }: Signs<Row>,
): Sheet<Row> | undefined {
  const [found, another] = sheets
  const page = PAGES.find((one) => one !== found?.page)
  if (!found || another || !page) return undefined
  const onPage = (quad: Quad): Quad => mapQuad(quad, (point) => project(found.toPage, point))
  const print = lines.map(onPage)
  const telling = pieces.filter(({ text }) => tellingKind(text) !== undefined).map(({ line }) => line.box)
  const signs = [...labels.map(({ box }) => box), ...telling].map((box) => centerOf(onPage(box)))
  const [most] = PLACES.filter((place) => signs.some((sign) => contains(place, sign)))
    .map((place) => print.filter((line) => contains(place, centerOf(line))))
    .sort((a, b) => b.length - a.length)
  if (!most || most.length < MIN_LINES) return undefined
  const middle = middleOf(boundsOf(most.flat()))
  const toPage = concat(shift(PAGE_MM.width / 2 - middle.x, PAGE_MM.height / 2 - middle.y), found.toPage)
  const layouts = LAYOUTS.filter((layout) => layout.page === page)
  const layout = layouts.find(({ name }) => name === found.layout.name) ?? layouts[0]
  return layout && { page, layout, toPage, labels: [], sure: false }
}
