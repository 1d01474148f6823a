import { DEFAULT_PLACES } from '../../miniprogram/vehicle-license/places'
import type { Area } from '../../miniprogram/image/rect'
import { PAGE_MM } from '../../miniprogram/vehicle-license/page-size'
import { FIELDS, type FieldKey } from '../../miniprogram/vehicle-license/fields'
import { CURRENT } from '../../recognition/engines/embedded/license/layouts/current'
import { valueOf } from '../../scripts/licenses/cards/standard'
import { inventLicense } from '../../scripts/licenses/data'
import { createStandardForm } from '../../scripts/licenses/forms/standard'
import { PHRASES } from '../../scripts/licenses/phrases'
import { createPrinting } from '../../scripts/licenses/printing'
import { createRandom } from '../../scripts/licenses/random'
import { SPLITS } from '../../scripts/licenses/splits'
import type { Degradation } from '../../scripts/licenses/degradations'

const PAGES = ['main', 'duplicate'] as const

interface Box extends Area {
  readonly key: FieldKey
}

/** mm: what the values of a license cover, printed as far beside their places as any are. */
function printedBoxes(seed: number): Box[] {
  const split = seed % 2 === 0 ? 'dev' : 'test'
  const random = createRandom(`places ${seed}`)
  const license = inventLicense(random.fork('license'), PHRASES[split])
  const form = createStandardForm('current', random.fork('form'), SPLITS[split])
  const troubles = new Map<Degradation, number>([['shifted-values', random.between(0, 1)]])
  const printing = createPrinting(random.fork('printing'), SPLITS[split], troubles, false)
  return PAGES.flatMap((page) =>
    form.spots[page].flatMap((spot) => {
      // Stamped, not printed.
      if (spot.key === 'inspectionRecord') return []
      return [{ key: spot.key, ...valueOf(form, page, spot, license[spot.key] ?? '', printing, random).box }]
    }),
  )
}

const round = (share: number): number => Number(share.toFixed(6))

/** Of a box in mm, how much of its height and width lies within the usual place of its field. */
function covered({ key, x, y, width, height }: Box): { readonly across: number; readonly down: number } {
  const place = DEFAULT_PLACES[key]
  const within = (from: number, size: number, start: number, length: number): number =>
    round(Math.max(0, Math.min(from + size, start + length) - Math.max(from, start)) / size)
  return {
    across: within(x, width, place.x * PAGE_MM.width, place.width * PAGE_MM.width),
    down: within(y, height, place.y * PAGE_MM.height, place.height * PAGE_MM.height),
  }
}

const boxes = Array.from({ length: 200 }, (_, seed) => printedBoxes(seed)).flat()
const printed = [...new Set(boxes.map(({ key }) => key))]

test.each(printed)('%s stands in its usual place, however it is printed', (key) => {
  for (const box of boxes.filter((one) => one.key === key)) {
    const { across, down } = covered(box)
    expect(across).toBeGreaterThan(0.85)
    expect(down).toBeGreaterThan(0.6)
  }
})

/** mm: as measured on licenses. */
const MEASURED: readonly Box[] = [
  { key: 'issueAuthority', x: 3.6, y: 38.4, width: 19.7, height: 19.6 },
  { key: 'inspectionRecord', x: 15, y: 39, width: 62, height: 6.5 },
  { key: 'inspectionRecord', x: 15, y: 36, width: 62, height: 15 },
]

test.each(MEASURED)('a stamp of $key stands in its usual place', (box) => {
  expect(covered(box)).toEqual({ across: 1, down: 1 })
})

const labels = CURRENT.flatMap((layout) => Object.entries(layout.labels).map(([key, point]) => ({ key, ...point })))

test.each(labels)('$key has its label beside it', ({ key, x, y }) => {
  expect(covered({ key: key as FieldKey, x, y: y - 1.3, width: 10, height: 2.6 })).toEqual({ across: 1, down: 1 })
})

test.each(FIELDS.map(({ key }) => key))('%s is on its page, and little of it, so that it can be shown large', (key) => {
  const { x, y, width, height } = DEFAULT_PLACES[key]
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(1)
  expect(y + height).toBeLessThanOrEqual(1)
  expect(width * height).toBeLessThan(0.3)
})
