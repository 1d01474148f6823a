import {
  type Check,
  checkCount,
  checkDate,
  checkFileNumber,
  checkMass,
  checkPlate,
  checkSize,
  checkText,
  checkUseCharacter,
  checkVehicleType,
  checkVin,
} from './checks/index'
import { type Strings, type Text, text } from '../strings/index'

/** 主页 or 副页 */
export type LicensePage = 'main' | 'duplicate'

/** Decides how a value is read and tidied. */
export type FieldKind =
  | 'text'
  | 'addr'
  | 'plate'
  | 'vin'
  | 'date'
  | 'mass'
  | 'count'
  | 'size'
  | 'fileNumber'
  | 'vehicleType'
  | 'useCharacter'
  | 'model'
  | 'engineNum'
  | 'inspection'

/** `essential`: useless without it. `usual`: every license prints something, if only `--`. `optional`: may be blank. */
export type Presence = 'essential' | 'usual' | 'optional'

interface Row {
  /** WeChat's own camelCase name, or one in its style where WeChat does not return the field. */
  readonly key: keyof Strings['fields']
  readonly page: LicensePage
  readonly kind: FieldKind
  readonly presence: Presence
  /** Whether WeChat's OCR returns it; only the embedded engine reads the others. */
  readonly isReturned: boolean
  /**
   * Other spellings in replies, in camelCase (snake_case is converted by rule). WeChat's documentation contradicts
   * itself: its tables and its samples differ.
   */
  readonly aliases?: readonly string[]
  readonly check: Check
}

// prettier-ignore
const ROWS = [
  { key: 'plateNum', page: 'main', kind: 'plate', presence: 'essential', isReturned: true, check: checkPlate },
  { key: 'vehicleType', page: 'main', kind: 'vehicleType', presence: 'usual', isReturned: true, aliases: ['vhicleType'], check: checkVehicleType },
  { key: 'owner', page: 'main', kind: 'text', presence: 'essential', isReturned: true, check: checkText },
  { key: 'addr', page: 'main', kind: 'addr', presence: 'usual', isReturned: true, check: checkText },
  { key: 'useCharacter', page: 'main', kind: 'useCharacter', presence: 'usual', isReturned: true, check: checkUseCharacter },
  { key: 'model', page: 'main', kind: 'model', presence: 'usual', isReturned: true, check: checkText },
  { key: 'vin', page: 'main', kind: 'vin', presence: 'essential', isReturned: true, check: checkVin },
  { key: 'engineNum', page: 'main', kind: 'engineNum', presence: 'usual', isReturned: true, aliases: ['enginNum'], check: checkText },
  { key: 'registerDate', page: 'main', kind: 'date', presence: 'usual', isReturned: true, check: checkDate },
  { key: 'issueDate', page: 'main', kind: 'date', presence: 'usual', isReturned: true, check: checkDate },
  { key: 'issueAuthority', page: 'main', kind: 'text', presence: 'usual', isReturned: false, check: checkText },
  { key: 'plateNumB', page: 'duplicate', kind: 'plate', presence: 'usual', isReturned: true, check: checkPlate },
  { key: 'record', page: 'duplicate', kind: 'fileNumber', presence: 'usual', isReturned: true, check: checkFileNumber },
  { key: 'passengersNum', page: 'duplicate', kind: 'count', presence: 'usual', isReturned: true, check: checkCount },
  // "Quality" is WeChat's translation of 质量, which is mass here.
  { key: 'totalQuality', page: 'duplicate', kind: 'mass', presence: 'usual', isReturned: true, check: checkMass },
  { key: 'prepareQuality', page: 'duplicate', kind: 'mass', presence: 'usual', isReturned: true, aliases: ['totalprepareQualityQuality', 'totalprepareQuality'], check: checkMass },
  { key: 'loadQuality', page: 'duplicate', kind: 'mass', presence: 'optional', isReturned: false, check: checkMass },
  { key: 'overallSize', page: 'duplicate', kind: 'size', presence: 'usual', isReturned: true, check: checkSize },
  { key: 'tractionQuality', page: 'duplicate', kind: 'mass', presence: 'optional', isReturned: false, check: checkMass },
  { key: 'remark', page: 'duplicate', kind: 'text', presence: 'optional', isReturned: false, check: checkText },
  { key: 'inspectionRecord', page: 'duplicate', kind: 'inspection', presence: 'optional', isReturned: false, check: checkText },
] as const satisfies readonly Row[]

export type FieldKey = (typeof ROWS)[number]['key']

export interface Field extends Row {
  readonly key: FieldKey
  /** As printed on the license. */
  readonly label: Text
}

/** The only list of fields. Everything else derives from it: a new field is one row above. */
export const FIELDS: readonly Field[] = ROWS.map((row) => ({ ...row, label: text(({ fields }) => fields[row.key]) }))

export function fieldOf(key: FieldKey): Field {
  const field = FIELDS.find((row) => row.key === key)
  if (!field) throw new RangeError(`no field ${key}`)
  return field
}

/** Values as printed; a field that was not read is absent. */
export type VehicleLicense = Partial<Record<FieldKey, string>>

export const PAGES: readonly LicensePage[] = ['main', 'duplicate']

export const otherPage = (page: LicensePage): LicensePage => (page === 'main' ? 'duplicate' : 'main')
