import { scale } from '../../../../miniprogram/image/homography'
import { boundsOf, type Rect } from '../../../../miniprogram/image/rect'
import { STRINGS } from '../../../../miniprogram/strings'
import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns } from '../../../../recognition/engines/embedded/license/extract'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { readListView } from '../../../../recognition/engines/embedded/pages/read-list-view'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'
import { MAIN_VALUES } from '../license/print'
import { write } from '../made-up'
import { pictureOf, type Reader, reader } from './reader'

const PITCH = 60
const KEYS: readonly FieldKey[] = [...(Object.keys(MAIN_VALUES) as (keyof typeof MAIN_VALUES)[]), 'loadQuality']
const labelAt = (key: FieldKey): Line => write(STRINGS.zh.fields[key], 60, PITCH * KEYS.indexOf(key))
const valueAt = (key: FieldKey, text: string): Line => write(text, 300, PITCH * KEYS.indexOf(key))
const LABELS = KEYS.map(labelAt)
const VALUES = Object.entries(MAIN_VALUES).map(([key, text]) => valueAt(key as FieldKey, text))

/** Bars where characters are. */
const printOf = ({ box }: Line): Rect => {
  const { left, right, top, bottom } = boundsOf(box)
  return { left: left + 4, right: right - 4, top: top + 6, bottom: bottom - 6 }
}
const dashesAt = (key: FieldKey, x: number): Rect[] => {
  const middle = PITCH * KEYS.indexOf(key) + 15
  return [x, x + 12].map((left) => ({ left, right: left + 8, top: middle - 1, bottom: middle + 2 }))
}

/** What is read of a list of which these lines were read already, those were not, and this is printed. */
async function read(
  lines: readonly Line[],
  left: readonly Line[],
  print: readonly Rect[],
  { models }: Reader,
  draw = pictureOf,
) {
  const signs = findSigns(lines, FIELDS)
  const all = [...lines, ...left].map(({ box }) => box)
  const known = new Set(lines.map(({ box }) => box))
  const search = { signs, legible: true, sheets: [], read: known, left: [] }
  const page = await readListView(draw(...print), { toPicture: scale(1), lines: all }, search, models)
  return page && Object.fromEntries(Array.from(page.sheet.readings, ([{ key }, { text }]) => [key, text]))
}

const LIST = [...LABELS, ...VALUES]

test('reads two dashes beside a label as an empty value', async () => {
  const print = [...LIST.map(printOf), ...dashesAt('loadQuality', 302)]
  expect(await read(LIST, [], print, reader('样'))).toEqual({ ...MAIN_VALUES, loadQuality: '--' })
})

test('reads dashes on a dark screen', async () => {
  const dark = (...print: readonly Rect[]): Picture => {
    const picture = pictureOf(...print)
    return { ...picture, data: picture.data.map((value) => 235 - (200 * value) / 255) }
  }
  const print = [...LIST.map(printOf), ...dashesAt('loadQuality', 302)]
  expect(await read(LIST, [], print, reader('样'), dark)).toEqual({ ...MAIN_VALUES, loadQuality: '--' })
})

test('finds no dashes where there are none, or where the field is never empty', async () => {
  expect(await read(LIST, [], LIST.map(printOf), reader('样'))).toEqual(MAIN_VALUES)
  const { owner, ...others } = MAIN_VALUES
  const lines = LIST.filter((line) => line !== VALUES[KEYS.indexOf('owner')])
  expect(await read(lines, [], [...lines.map(printOf), ...dashesAt('owner', 302)], reader(owner))).toEqual(others)
})

test('reads only lines not read yet', async () => {
  const owner = valueAt('owner', MAIN_VALUES.owner)
  const lines = LIST.filter((line) => line !== VALUES[KEYS.indexOf('owner')])
  const model = reader(MAIN_VALUES.owner)
  expect(await read(lines, [owner], LIST.map(printOf), model)).toEqual(MAIN_VALUES)
  expect(model.read()).toBe(1)
})

test('rejects a list with too few labels of a license', async () => {
  const lines = [...LABELS.slice(0, 5), ...VALUES]
  expect(await read(lines, [], lines.map(printOf), reader('样'))).toBeUndefined()
})
