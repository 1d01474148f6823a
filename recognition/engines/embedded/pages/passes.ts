import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { readSheets, type SheetReading } from '../license/extract'
import type { Sheet } from '../license/sheets'
import { readDashes } from './read-dashes'
import { readMissingValues } from './read-missing-values'
import { readSmallPrint } from './read-small-print'
import { rereadSeal } from './reread-seal'
import type { Frame, ViewState } from './state'
import { rereadDoubtful } from './reread-doubtful'

/** Adds readings to the pages of a view, or improves them. */
export interface Pass {
  readonly name: string
  readonly run: (state: ViewState) => Promise<readonly SheetReading[]>
}

type ReadSheet = (frame: Frame, sheet: SheetReading) => SheetReading | Promise<SheetReading>

const onEachSheet =
  (read: ReadSheet): Pass['run'] =>
  (state) =>
    Promise.all(state.sheets.map(async (sheet) => read(state, sheet)))

/** Passes in order. `npm run bench -- recognition --passes` measures the cost and gain of each. */
export const PASSES: readonly Pass[] = [
  { name: 'small-print', run: readSmallPrint },
  { name: 'dashes', run: onEachSheet(readDashes) },
  { name: 'missing-values', run: onEachSheet(readMissingValues) },
  { name: 'doubtful', run: onEachSheet(rereadDoubtful) },
  { name: 'seal', run: onEachSheet(rereadSeal) },
]

/** Reads the pages located in a view, pass by pass. */
export async function readPlaced(
  placed: readonly Sheet[],
  view: Omit<ViewState, 'sheets'>,
  passes: readonly Pass[],
): Promise<readonly SheetReading[]> {
  let sheets: readonly SheetReading[] = readSheets(placed, view.signs, FIELDS)
  for (const { run } of passes) sheets = await run({ ...view, sheets })
  return sheets
}
