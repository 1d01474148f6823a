import { scale } from '../../../../miniprogram/image/homography'
import type { Rect } from '../../../../miniprogram/image/rect'
import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import { readMissingValues } from '../../../../recognition/engines/embedded/pages/read-missing-values'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'
import { LABEL_PLACES, MAIN_VALUES, print, PX_A_MM } from '../license/print'
import { pictureOf, type Reader, reader } from './reader'

/** Print that begins so many mm behind the left edge of a label, and is so long; px. */
function printBeside(key: FieldKey, begins: number, length: number): Rect {
  const { x, y } = LABEL_PLACES[key] ?? { x: 0, y: 0 }
  const [left, middle] = [Math.round(100 + (x + begins) * PX_A_MM), Math.round(100 + y * PX_A_MM)]
  return { left, right: left + Math.round(length * PX_A_MM), top: middle - 12, bottom: middle + 12 }
}

/** What is read on a page, the values of which but these were read before. */
async function readAgain(missing: readonly FieldKey[], picture: Picture, { models }: Reader) {
  const none = Object.fromEntries(missing.map((key) => [key, '']))
  const [sheet] = extract(print({ ...MAIN_VALUES, ...none }), FIELDS)
  if (!sheet) throw new Error('no page')
  const { readings } = await readMissingValues({ picture, view: { toPicture: scale(1), lines: [] }, models }, sheet)
  return Object.fromEntries(Array.from(readings, ([{ key }, { text }]) => [key, text]))
}

test('reads a missing value beside its label', async () => {
  const picture = pictureOf(printBeside('issueDate', 9, 17))
  expect(await readAgain(['issueDate'], picture, reader(MAIN_VALUES.issueDate))).toEqual(MAIN_VALUES)
})

test('reads a value that touches its label', async () => {
  const picture = pictureOf(printBeside('owner', 8, 6))
  expect(await readAgain(['owner'], picture, reader(MAIN_VALUES.owner))).toEqual(MAIN_VALUES)
})

test('does not read the print beside the second label of a row as the first value', async () => {
  const picture = pictureOf(printBeside('issueDate', 9, 17))
  const read = await readAgain(['registerDate', 'issueDate'], picture, reader(MAIN_VALUES.issueDate))
  const { registerDate, ...others } = MAIN_VALUES
  expect(registerDate).toBeDefined()
  expect(read).toEqual(others)
})

test.each<[string, FieldKey, Picture, Reader]>([
  ['where nothing is printed', 'owner', pictureOf(), reader(MAIN_VALUES.owner)],
  [
    'where what is printed can hardly be read',
    'owner',
    pictureOf(printBeside('owner', 13, 8)),
    reader(MAIN_VALUES.owner, 0.3),
  ],
  ['where what is printed was covered', 'owner', pictureOf(printBeside('owner', 13, 8)), reader('王XXXX')],
  ['where two dashes are printed', 'engineNum', pictureOf(printBeside('engineNum', 13, 4)), reader('--')],
  [
    'where what is printed is of another kind',
    'registerDate',
    pictureOf(printBeside('registerDate', 13, 8)),
    reader(MAIN_VALUES.owner),
  ],
])('nothing is invented %s', async (_, key, picture, model) => {
  const read = await readAgain([key], picture, model)
  expect(model.read()).toBeGreaterThan(0)
  expect(read).not.toHaveProperty(key)
})

test('reads nothing when no value is missing', async () => {
  const model = reader(MAIN_VALUES.owner)
  expect(await readAgain([], pictureOf(), model)).toEqual(MAIN_VALUES)
  expect(model.read()).toBe(0)
})
