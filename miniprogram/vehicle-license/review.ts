import { type Text, text } from '../strings'
import { isApplicable } from './checks'
import { FIELDS, type FieldKey, type VehicleLicense } from './fields'

/** What a person should look at again, by field. None of it forbids to confirm: the license is right, not the rule. */
export type Review = Partial<Record<FieldKey, Text>>

/** A rule between two fields. It runs only on values that pass the checks of their own fields, and that apply. */
interface Rule {
  readonly compares: readonly [FieldKey, FieldKey]
  /** Where it is shown. */
  readonly at: FieldKey
  readonly isBroken: (first: string, second: string) => boolean
  readonly text: Text
}

const kilograms = (mass: string): number => parseInt(mass, 10)

const RULES: readonly Rule[] = [
  {
    compares: ['registerDate', 'issueDate'],
    at: 'issueDate',
    isBroken: (registered, issued) => issued < registered,
    text: text(({ checks }) => checks.issuedBeforeRegistered),
  },
  {
    compares: ['prepareQuality', 'totalQuality'],
    at: 'prepareQuality',
    isBroken: (unladen, gross) => kilograms(unladen) > kilograms(gross),
    text: text(({ checks }) => checks.unladenAboveGross),
  },
  {
    compares: ['plateNum', 'plateNumB'],
    at: 'plateNumB',
    isBroken: (plate, plateB) => plate !== plateB,
    text: text(({ checks }) => checks.differsFromMain),
  },
]

/** Checks a license field by field, then between fields. */
export function review(license: VehicleLicense): Review {
  const found: Review = {}
  const comparable: VehicleLicense = {}
  for (const { key, check } of FIELDS) {
    const value = license[key]
    if (!value) continue
    const problem = check(value)
    if (problem) found[key] = problem
    else if (isApplicable(value)) comparable[key] = value
  }
  for (const { compares, at, isBroken, text } of RULES) {
    const [first, second] = compares.map((key) => comparable[key])
    if (first !== undefined && second !== undefined && isBroken(first, second)) found[at] = text
  }
  return found
}
