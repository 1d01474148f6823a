import { FIELDS, type VehicleLicense } from './fields'

/** One line `label: value` per field that has a value, for the clipboard. */
export const describe = (license: VehicleLicense): string =>
  FIELDS.flatMap(({ key, label }) => (license[key] ? [`${label.zh}: ${license[key]}`] : [])).join('\n')
