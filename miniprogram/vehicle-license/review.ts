import { FIELDS, type FieldKey, type VehicleLicense } from './fields'
import type { Text } from './text'

/** What a person should look at again, by field. None of it forbids to confirm: the license is right, not the rule. */
export type Review = Partial<Record<FieldKey, Text>>

const kilograms = (mass: string | undefined): number => parseInt(mass ?? '', 10)

/** Rules that hold between two fields; each names the field it is shown at. */
const RULES: readonly {
  readonly at: FieldKey
  readonly broken: (license: VehicleLicense) => boolean
  readonly text: Text
}[] = [
  {
    at: 'issueDate',
    broken: ({ registerDate, issueDate }) => Boolean(registerDate && issueDate && issueDate < registerDate),
    text: { zh: '发证日期早于注册日期', en: 'Issued before it was registered' },
  },
  {
    at: 'prepareQuality',
    broken: ({ prepareQuality, totalQuality }) => kilograms(prepareQuality) > kilograms(totalQuality),
    text: { zh: '整备质量大于总质量', en: 'Unladen mass above gross mass' },
  },
  {
    at: 'plateNumB',
    broken: ({ plateNum, plateNumB }) => Boolean(plateNum && plateNumB && plateNum !== plateNumB),
    text: { zh: '与主页号牌不一致', en: 'Differs from the main page' },
  },
]

/** Checks a license field by field, then between fields. */
export function review(license: VehicleLicense): Review {
  const found: Review = {}
  for (const field of FIELDS) {
    const value = license[field.key]
    const problem = value ? field.check(value) : undefined
    if (problem) found[field.key] = problem
  }
  for (const rule of RULES) {
    if (!found[rule.at] && rule.broken(license)) found[rule.at] = rule.text
  }
  return found
}
