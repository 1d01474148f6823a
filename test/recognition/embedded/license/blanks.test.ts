import { type FieldKey, fieldOf } from '../../../../miniprogram/vehicle-license/fields'
import { blankOf, mayBeEmpty } from '../../../../recognition/engines/embedded/license/blanks'
import type { PlacedLabel } from '../../../../recognition/engines/embedded/license/place-labels'

const label = (key: FieldKey, left: number, right: number): PlacedLabel => ({
  field: fieldOf(key),
  rect: { left, right, top: 11, bottom: 13 },
  found: 'zh',
})

test('the file number is on every license, and never empty', () => {
  expect(mayBeEmpty(fieldOf('record'))).toBe(false)
  expect(mayBeEmpty(fieldOf('loadQuality'))).toBe(true)
})

test('searches for dashes from the end of the label to the next label', () => {
  const labels = [label('passengersNum', 3, 13), label('totalQuality', 24, 33)]
  const [own] = labels as [PlacedLabel]
  const placeAt = (before: number) => blankOf(own, labels, 0, before).place
  expect(placeAt(0.4)).toMatchObject({ left: 12.6, right: 23.5 })
  expect(placeAt(2.6)).toMatchObject({ left: 10.4, right: 23.5 })
})

test('the search area allows for a vertical offset', () => {
  const own = label('totalQuality', 54, 64)
  const { top, bottom } = blankOf(own, [own], -1, 0.4).place
  expect(bottom - top).toBeGreaterThan(4)
  expect((top + bottom) / 2).toBeCloseTo(11)
})
