import { scale } from '../../../../miniprogram/image/homography'
import { quadOf } from '../../../../miniprogram/image/quad'
import { type Field, type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { CURRENT } from '../../../../recognition/engines/embedded/license/layouts/current'
import type { FoundLabel } from '../../../../recognition/engines/embedded/license/find-labels'
import { placeLabels } from '../../../../recognition/engines/embedded/license/place-labels'
import { placesOf, PX_A_MM } from './print'

const DUPLICATE = FIELDS.filter(({ page }) => page === 'duplicate')
const [, layout = CURRENT[0]] = CURRENT
const places = placesOf(CURRENT)

/** mm: how wide the form sets its labels, whatever their characters are, and the box around them. */
const SET = { four: 8, five: 9, box: 1.5 }

/** A label as the current form prints it on the duplicate page. */
function labelOf(field: Field): FoundLabel {
  const { length } = field.label.zh
  const { x, y } = places[field.key] ?? { x: 0, y: 0 }
  const width = (length > 4 ? SET.five : SET.four) + SET.box
  const [left, top] = [x - SET.box / 2, y - 1.5]
  const rect = { left, right: left + width, top, bottom: top + 3 }
  const box = quadOf(rect).map(({ x, y }) => ({ x: x * PX_A_MM, y: y * PX_A_MM }))
  return { fields: [field], script: 'zh', errors: 0, length, box: box as unknown as FoundLabel['box'] }
}

function widthsOf(...unread: FieldKey[]): Record<string, number> {
  if (!layout) throw new Error('no layout')
  const labels = DUPLICATE.filter(({ key }) => !unread.includes(key)).map(labelOf)
  const placed = placeLabels(layout, scale(1 / PX_A_MM), labels, DUPLICATE)
  return Object.fromEntries(placed.map(({ field, rect }) => [field.key, rect.right - rect.left]))
}

test('准牵引总质量 that was not read is as wide as 核定载质量 above it: the form condenses both', () => {
  const { tractionQuality, loadQuality } = widthsOf('tractionQuality')
  expect(tractionQuality).toBeCloseTo(loadQuality ?? 0, 0)
  expect(tractionQuality).toBeLessThan(SET.five + SET.box + 0.1)
})

test('总质量 and 备注 that were not read are as wide as labels of four characters: the form spreads them', () => {
  const widths = widthsOf('totalQuality', 'remark')
  expect(widths.totalQuality).toBeCloseTo(SET.four + SET.box, 1)
  expect(widths.remark).toBeCloseTo(SET.four + SET.box, 1)
})
