import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { concat, project, shift } from '../../../../miniprogram/image/homography'
import { boundsOf, contains, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { centerOf, mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { FIELDS, type LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import { LAYOUTS } from '../license/layouts'
import type { Sheet, Signs } from '../license/sheets'
import { inferKind } from '../license/infer-kind'

/** mm; largest gap between two pages, and largest offset along their common edge. */
const MAX_GAP = 14
/** Fewer lines make no page. */
const MIN_LINES = 6

/** mm of the page found; where the other one may lie: right, left, below, above. */
const PLACES: readonly Rect[] = [
  { left: PAGE_MM.width, right: 2 * PAGE_MM.width + MAX_GAP, top: -MAX_GAP, bottom: PAGE_MM.height + MAX_GAP },
  { left: -PAGE_MM.width - MAX_GAP, right: 0, top: -MAX_GAP, bottom: PAGE_MM.height + MAX_GAP },
  { left: -MAX_GAP, right: PAGE_MM.width + MAX_GAP, top: PAGE_MM.height, bottom: 2 * PAGE_MM.height + MAX_GAP },
  { left: -MAX_GAP, right: PAGE_MM.width + MAX_GAP, top: -PAGE_MM.height - MAX_GAP, bottom: 0 },
]

const PAGES: readonly LicensePage[] = [...new Set(FIELDS.map(({ page }) => page))]

/** If one page was found, guesses the other: the side with the most lines, of which at least one is a license's. */
export function guessOtherPage(
  sheets: readonly Sheet[],
  lines: readonly Quad[],
  { labels, pieces }: Signs,
): Sheet | undefined {
  const [found, another] = sheets
  const page = PAGES.find((one) => one !== found?.page)
  if (!found || another || !page) return undefined
  const onPage = (quad: Quad): Quad => mapQuad(quad, (point) => project(found.toPage, point))
  const print = lines.map(onPage)
  const typed = pieces.filter(({ text }) => inferKind(text) !== undefined).map(({ line }) => line.box)
  const signs = [...labels.map(({ box }) => box), ...typed].map((box) => centerOf(onPage(box)))
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
