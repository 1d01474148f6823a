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
import { type Text, text } from '../strings/index'

/** Page of the license that a field is printed on: 主页 or 副页. */
export type LicensePage = 'main' | 'duplicate'

/** What a value is made of: how it is read. */
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

/**
 * Whether a license without the field can be right: `essential` without which it is of no use to anybody, `usual` where
 * something stands on every license, if only `--`, and `optional` where there may be nothing.
 */
export type Presence = 'essential' | 'usual' | 'optional'

export interface Field {
  /** WeChat's own camelCase name, or one in its style where WeChat does not return the field. */
  readonly key: string
  /** As printed on the license. */
  readonly label: Text
  readonly page: LicensePage
  readonly kind: FieldKind
  /** Whether WeChat's OCR returns the field; others stand on the license, and only the embedded engine reads them. */
  readonly isReturned: boolean
  readonly presence: Presence
  /**
   * Further names under which a reply may carry the field, in camelCase: a snake_case name is
   * the same name by rule. Source: WeChat's documents, whose tables and samples disagree.
   */
  readonly aliases?: readonly string[]
  readonly check: Check
}

/** The single place that knows the fields. Everything else derives from it: a new field is one row. */
export const FIELDS = [
  {
    key: 'plateNum',
    label: text(({ fields }) => fields.plateNum),
    page: 'main',
    kind: 'plate',
    isReturned: true,
    presence: 'essential',
    check: checkPlate,
  },
  {
    key: 'vehicleType',
    label: text(({ fields }) => fields.vehicleType),
    page: 'main',
    kind: 'vehicleType',
    isReturned: true,
    presence: 'usual',
    aliases: ['vhicleType'],
    check: checkVehicleType,
  },
  {
    key: 'owner',
    label: text(({ fields }) => fields.owner),
    page: 'main',
    kind: 'text',
    isReturned: true,
    presence: 'essential',
    check: checkText,
  },
  {
    key: 'addr',
    label: text(({ fields }) => fields.addr),
    page: 'main',
    kind: 'addr',
    isReturned: true,
    presence: 'usual',
    check: checkText,
  },
  {
    key: 'useCharacter',
    label: text(({ fields }) => fields.useCharacter),
    page: 'main',
    kind: 'useCharacter',
    isReturned: true,
    presence: 'usual',
    check: checkUseCharacter,
  },
  {
    key: 'model',
    label: text(({ fields }) => fields.model),
    page: 'main',
    kind: 'model',
    isReturned: true,
    presence: 'usual',
    check: checkText,
  },
  {
    key: 'vin',
    label: text(({ fields }) => fields.vin),
    page: 'main',
    kind: 'vin',
    isReturned: true,
    presence: 'essential',
    check: checkVin,
  },
  {
    key: 'engineNum',
    label: text(({ fields }) => fields.engineNum),
    page: 'main',
    kind: 'engineNum',
    isReturned: true,
    presence: 'usual',
    aliases: ['enginNum'],
    check: checkText,
  },
  {
    key: 'registerDate',
    label: text(({ fields }) => fields.registerDate),
    page: 'main',
    kind: 'date',
    isReturned: true,
    presence: 'usual',
    check: checkDate,
  },
  {
    key: 'issueDate',
    label: text(({ fields }) => fields.issueDate),
    page: 'main',
    kind: 'date',
    isReturned: true,
    presence: 'usual',
    check: checkDate,
  },
  {
    key: 'issueAuthority',
    label: text(({ fields }) => fields.issueAuthority),
    page: 'main',
    kind: 'text',
    isReturned: false,
    presence: 'usual',
    check: checkText,
  },
  {
    key: 'plateNumB',
    label: text(({ fields }) => fields.plateNumB),
    page: 'duplicate',
    kind: 'plate',
    isReturned: true,
    presence: 'usual',
    check: checkPlate,
  },
  {
    key: 'record',
    label: text(({ fields }) => fields.record),
    page: 'duplicate',
    kind: 'fileNumber',
    isReturned: true,
    presence: 'usual',
    check: checkFileNumber,
  },
  {
    key: 'passengersNum',
    label: text(({ fields }) => fields.passengersNum),
    page: 'duplicate',
    kind: 'count',
    isReturned: true,
    presence: 'usual',
    check: checkCount,
  },
  {
    key: 'totalQuality',
    label: text(({ fields }) => fields.totalQuality),
    page: 'duplicate',
    kind: 'mass',
    isReturned: true,
    presence: 'usual',
    check: checkMass,
  },
  {
    key: 'prepareQuality',
    label: text(({ fields }) => fields.prepareQuality),
    page: 'duplicate',
    kind: 'mass',
    isReturned: true,
    presence: 'usual',
    aliases: ['totalprepareQualityQuality', 'totalprepareQuality'],
    check: checkMass,
  },
  {
    key: 'loadQuality',
    label: text(({ fields }) => fields.loadQuality),
    page: 'duplicate',
    kind: 'mass',
    isReturned: false,
    presence: 'optional',
    check: checkMass,
  },
  {
    key: 'overallSize',
    label: text(({ fields }) => fields.overallSize),
    page: 'duplicate',
    kind: 'size',
    isReturned: true,
    presence: 'usual',
    check: checkSize,
  },
  {
    key: 'tractionQuality',
    label: text(({ fields }) => fields.tractionQuality),
    page: 'duplicate',
    kind: 'mass',
    isReturned: false,
    presence: 'optional',
    check: checkMass,
  },
  {
    key: 'remark',
    label: text(({ fields }) => fields.remark),
    page: 'duplicate',
    kind: 'text',
    isReturned: false,
    presence: 'optional',
    check: checkText,
  },
  {
    key: 'inspectionRecord',
    label: text(({ fields }) => fields.inspectionRecord),
    page: 'duplicate',
    kind: 'inspection',
    isReturned: false,
    presence: 'optional',
    check: checkText,
  },
] as const satisfies readonly Field[]

export type FieldKey = (typeof FIELDS)[number]['key']

/** Values as printed; a field that was not read is absent. */
export type VehicleLicense = Partial<Record<FieldKey, string>>

export const PAGES: readonly { readonly page: LicensePage; readonly title: Text }[] = [
  { page: 'main', title: text(({ pages }) => pages.main) },
  { page: 'duplicate', title: text(({ pages }) => pages.duplicate) },
]
