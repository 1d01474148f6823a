import { FIELDS, type FieldKey, type LicensePage } from '../../miniprogram/vehicle-license/fields'

/** mm on a page of 88 × 60 mm, from its top left corner. */
interface Place {
  readonly label: readonly [x: number, y: number]
  readonly value: readonly [x: number, y: number]
  /** Room for the value before it wraps. */
  readonly width: number
}

export const PAGE_MM = { width: 88, height: 60 }

export const TITLES: Record<LicensePage, { zh: string; en?: string }> = {
  main: { zh: '中华人民共和国机动车行驶证', en: "Vehicle License of the People's Republic of China" },
  duplicate: { zh: '中华人民共和国机动车行驶证副页' },
}

/** Where the form prints each label and the printer each value. The authority stands in the seal instead. */
export const PLACES: Record<Exclude<FieldKey, 'issueAuthority'>, Place> = {
  plateNum: { label: [4, 12], value: [17, 11.6], width: 24 },
  vehicleType: { label: [43, 12], value: [56, 11.6], width: 30 },
  owner: { label: [4, 18.5], value: [17, 18.1], width: 68 },
  addr: { label: [4, 25], value: [17, 24.6], width: 68 },
  useCharacter: { label: [28, 32], value: [41, 31.6], width: 14 },
  model: { label: [53, 32], value: [63, 31.6], width: 22 },
  vin: { label: [28, 38.5], value: [44, 38.1], width: 42 },
  engineNum: { label: [28, 45], value: [44, 44.6], width: 42 },
  registerDate: { label: [28, 51.5], value: [41, 51.1], width: 18 },
  issueDate: { label: [58.5, 51.5], value: [71, 51.1], width: 14 },
  plateNumB: { label: [4, 8.5], value: [17, 8.1], width: 24 },
  record: { label: [45, 8.5], value: [58, 8.1], width: 29 },
  passengersNum: { label: [4, 15], value: [19, 14.6], width: 24 },
  totalQuality: { label: [45, 15], value: [58, 14.6], width: 29 },
  prepareQuality: { label: [4, 21.5], value: [17, 21.1], width: 26 },
  loadQuality: { label: [45, 21.5], value: [60, 21.1], width: 27 },
  overallSize: { label: [4, 28], value: [17, 27.6], width: 30 },
  tractionQuality: { label: [49, 28], value: [66, 27.6], width: 21 },
  remark: { label: [4, 34.5], value: [17, 34.1], width: 68 },
  inspectionRecord: { label: [4, 43], value: [17, 42.6], width: 68 },
}

export const fieldsOf = (page: LicensePage) => FIELDS.filter((field) => field.page === page)
