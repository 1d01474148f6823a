import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { readSheets, type SheetReading } from '../license/extract'
import type { Sheet } from '../license/sheets'
import type { Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import { readDashes } from './dashes'
import { readExpected } from './expected'
import { readMissed } from './missed'
import type { Row } from './read-boxes'
import { lookAtSeal } from './seal'
import type { Sight } from './sight'
import { readTwice } from './twice'

/** Reads more of the pages, or surer. */
export interface Pass {
  readonly name: string
  readonly run: (sight: Sight) => Promise<readonly SheetReading<Row>[]>
}

type ReadSheet = (
  picture: Picture,
  view: View,
  sheet: SheetReading<Row>,
  models: Models,
) => SheetReading<Row> | Promise<SheetReading<Row>>

const ofEach =
  (read: ReadSheet): Pass['run'] =>
  ({ picture, view, sheets, models }) =>
    Promise.all(sheets.map(async (sheet) => read(picture, view, sheet, models)))

/**
 * What is done, in this order, once it is known where the pages are and what of their lines was read. What each costs
 * and gains: `npm run bench -- recognition --passes`.
 */
export const PASSES: readonly Pass[] = [
  { name: 'missed', run: readMissed },
  { name: 'dashes', run: ofEach(readDashes) },
  { name: 'expected', run: ofEach(readExpected) },
  { name: 'twice', run: ofEach(readTwice) },
  { name: 'seal', run: ofEach(lookAtSeal) },
]

/** Reads the pages that were placed in a view, pass by pass. */
export async function readPlaced(
  placed: readonly Sheet<Row>[],
  seen: Omit<Sight, 'sheets'>,
  passes: readonly Pass[],
): Promise<readonly SheetReading<Row>[]> {
  let sheets: readonly SheetReading<Row>[] = readSheets(placed, seen.signs, FIELDS)
  for (const { run } of passes) sheets = await run({ ...seen, sheets })
  return sheets
}
