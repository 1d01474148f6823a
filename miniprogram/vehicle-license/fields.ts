import {
  type Check,
  checkCount,
  checkDate,
  checkFileNumber,
  checkMass,
  checkPlate,
  checkSize,
  checkText,
  checkVin,
} from './checks'
import type { Text } from './text'

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

export interface Field {
  /** WeChat's own camelCase name, or one in its style where WeChat does not return the field. */
  readonly key: string
  /** As printed on the license. */
  readonly label: Text
  readonly page: LicensePage
  readonly kind: FieldKind
  /** Whether WeChat's OCR returns the field; others stand on the license, and only the embedded engine reads them. */
  readonly isReturned: boolean
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
    label: { zh: '号牌号码', en: 'Plate No.' },
    page: 'main',
    kind: 'plate',
    isReturned: true,
    check: checkPlate,
  },
  {
    key: 'vehicleType',
    label: { zh: '车辆类型', en: 'Vehicle Type' },
    page: 'main',
    kind: 'vehicleType',
    isReturned: true,
    aliases: ['vhicleType'],
    check: checkText,
  },
  {
    key: 'owner',
    label: { zh: '所有人', en: 'Owner' },
    page: 'main',
    kind: 'text',
    isReturned: true,
    check: checkText,
  },
  { key: 'addr', label: { zh: '住址', en: 'Address' }, page: 'main', kind: 'addr', isReturned: true, check: checkText },
  {
    key: 'useCharacter',
    label: { zh: '使用性质', en: 'Use Character' },
    page: 'main',
    kind: 'useCharacter',
    isReturned: true,
    check: checkText,
  },
  {
    key: 'model',
    label: { zh: '品牌型号', en: 'Model' },
    page: 'main',
    kind: 'model',
    isReturned: true,
    check: checkText,
  },
  {
    key: 'vin',
    label: { zh: '车辆识别代号', en: 'VIN' },
    page: 'main',
    kind: 'vin',
    isReturned: true,
    check: checkVin,
  },
  {
    key: 'engineNum',
    label: { zh: '发动机号码', en: 'Engine No.' },
    page: 'main',
    kind: 'engineNum',
    isReturned: true,
    aliases: ['enginNum'],
    check: checkText,
  },
  {
    key: 'registerDate',
    label: { zh: '注册日期', en: 'Register Date' },
    page: 'main',
    kind: 'date',
    isReturned: true,
    check: checkDate,
  },
  {
    key: 'issueDate',
    label: { zh: '发证日期', en: 'Issue Date' },
    page: 'main',
    kind: 'date',
    isReturned: true,
    check: checkDate,
  },
  {
    key: 'issueAuthority',
    label: { zh: '发证机关', en: 'Issuing Authority' },
    page: 'main',
    kind: 'text',
    isReturned: false,
    check: checkText,
  },
  {
    key: 'plateNumB',
    label: { zh: '号牌号码', en: 'Plate No.' },
    page: 'duplicate',
    kind: 'plate',
    isReturned: true,
    check: checkPlate,
  },
  {
    key: 'record',
    label: { zh: '档案编号', en: 'File No.' },
    page: 'duplicate',
    kind: 'fileNumber',
    isReturned: true,
    check: checkFileNumber,
  },
  {
    key: 'passengersNum',
    label: { zh: '核定载人数', en: 'Approved Passengers' },
    page: 'duplicate',
    kind: 'count',
    isReturned: true,
    check: checkCount,
  },
  {
    key: 'totalQuality',
    label: { zh: '总质量', en: 'Gross Mass' },
    page: 'duplicate',
    kind: 'mass',
    isReturned: true,
    check: checkMass,
  },
  {
    key: 'prepareQuality',
    label: { zh: '整备质量', en: 'Unladen Mass' },
    page: 'duplicate',
    kind: 'mass',
    isReturned: true,
    aliases: ['totalprepareQualityQuality', 'totalprepareQuality'],
    check: checkMass,
  },
  {
    key: 'loadQuality',
    label: { zh: '核定载质量', en: 'Approved Load' },
    page: 'duplicate',
    kind: 'mass',
    isReturned: false,
    check: checkMass,
  },
  {
    key: 'overallSize',
    label: { zh: '外廓尺寸', en: 'Overall Dimension' },
    page: 'duplicate',
    kind: 'size',
    isReturned: true,
    check: checkSize,
  },
  {
    key: 'tractionQuality',
    label: { zh: '准牵引总质量', en: 'Traction Mass' },
    page: 'duplicate',
    kind: 'mass',
    isReturned: false,
    check: checkMass,
  },
  {
    key: 'remark',
    label: { zh: '备注', en: 'Remarks' },
    page: 'duplicate',
    kind: 'text',
    isReturned: false,
    check: checkText,
  },
  {
    key: 'inspectionRecord',
    label: { zh: '检验记录', en: 'Inspection Record' },
    page: 'duplicate',
    kind: 'inspection',
    isReturned: false,
    check: checkText,
  },
] as const satisfies readonly Field[]

export type FieldKey = (typeof FIELDS)[number]['key']

/** Values as printed; a field that was not read is absent. */
export type VehicleLicense = Partial<Record<FieldKey, string>>

export const PAGES: readonly { readonly page: LicensePage; readonly title: Text }[] = [
  { page: 'main', title: { zh: '主页', en: 'Main page' } },
  { page: 'duplicate', title: { zh: '副页', en: 'Duplicate page' } },
]
