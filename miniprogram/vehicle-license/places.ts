import type { Area } from '../image/rect'
import type { FieldKey } from './fields'
import { PAGE_MM } from './page-size'

const { width: WIDTH, height: HEIGHT } = PAGE_MM

/** mm; rows are 7 mm apart, and a printer may be off by half of that. */
const ROW = { above: 5.2, below: 4.8 }

const rect = (left: number, top: number, right: number, bottom: number): Area => ({
  x: left / WIDTH,
  y: top / HEIGHT,
  width: (right - left) / WIDTH,
  height: (bottom - top) / HEIGHT,
})

/** @param middle of the label's row, mm */
const row = (left: number, right: number, middle: number): Area =>
  rect(left, Math.max(0, middle - ROW.above), right, Math.min(HEIGHT, middle + ROW.below))

/**
 * Where GA 37-2008 prints a field with its label, plus a margin, in shares 0..1 of the straightened page. Used to show a
 * part of the picture if the engine does not say where it read the value. Wrong for some fields of older forms, and for
 * electronic licenses.
 */
export const DEFAULT_PLACES: Readonly<Record<FieldKey, Area>> = {
  plateNum: row(0, 39, 12.8),
  vehicleType: row(36, 88, 12.6),
  // May wrap to a second line.
  owner: rect(0, 13.5, 88, 25.5),
  addr: rect(0, 20.5, 88, 33),
  useCharacter: row(0, 34, 33.6),
  model: row(30, 88, 33.6),
  vin: row(22, 88, 40.8),
  engineNum: row(22, 88, 47.5),
  registerDate: row(22, 58, 54.2),
  issueDate: row(52, 88, 54.2),
  // The seal.
  issueAuthority: rect(0, 36, 26, 60),
  plateNumB: row(0, 40, 5.2),
  record: row(37, 88, 5.2),
  passengersNum: row(0, 52, 12),
  totalQuality: row(51, 88, 12),
  prepareQuality: row(0, 52, 19),
  loadQuality: row(51, 88, 19),
  overallSize: row(0, 53, 26),
  tractionQuality: row(51, 88, 26),
  remark: rect(0, 27, 88, 42),
  // Up to three, stacked.
  inspectionRecord: rect(0, 34.5, 88, 52),
}
