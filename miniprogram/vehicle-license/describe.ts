import { FIELDS, type VehicleLicense } from './fields'

/** A license as lines of text, `label: value`, for the clipboard. Fields without a value are left out. */
export const describe = (license: VehicleLicense): string =>
  FIELDS.flatMap(({ key, label }) => (license[key] ? [`${label.zh}: ${license[key]}`] : [])).join('\n')
