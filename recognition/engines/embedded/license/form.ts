import type { FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import type { Point } from '../../../../miniprogram/vehicle-license/recognition'

/** mm; a page of the license (GA 37). */
export const PAGE = { width: 88, height: 60 }

/** mm; about how high the labels are printed. */
export const LABEL_HEIGHT = 2.2

/**
 * mm from the upper left corner of its page: where the form prints each label, the middle of its left edge. Forms
 * differ by a few mm; this only says which labels are neighbors, and where to expect one that could not be read.
 */
export const LABEL_PLACES: Readonly<Partial<Record<FieldKey, Point>>> = {
  plateNum: { x: 4, y: 13.1 },
  vehicleType: { x: 43, y: 13.1 },
  owner: { x: 4, y: 19.6 },
  addr: { x: 4, y: 26.1 },
  useCharacter: { x: 28, y: 33.1 },
  model: { x: 53, y: 33.1 },
  vin: { x: 28, y: 39.6 },
  engineNum: { x: 28, y: 46.1 },
  registerDate: { x: 28, y: 52.6 },
  issueDate: { x: 58, y: 52.6 },
  plateNumB: { x: 4, y: 9.6 },
  record: { x: 45, y: 9.6 },
  passengersNum: { x: 4, y: 16.1 },
  totalQuality: { x: 45, y: 16.1 },
  prepareQuality: { x: 4, y: 22.6 },
  loadQuality: { x: 45, y: 22.6 },
  overallSize: { x: 4, y: 29.1 },
  tractionQuality: { x: 45, y: 29.1 },
  remark: { x: 4, y: 35.6 },
  inspectionRecord: { x: 4, y: 44.1 },
}

/** mm; how far behind the left edge of its label a value begins, by the characters of the label. */
export const valueBegins = (characters: number): number => (characters <= 4 ? 13 : 5 + 2 * characters)

/** mm; where the seal stands on the main page. */
export const SEAL = { left: 0, top: 25, right: 32, bottom: 60 }
