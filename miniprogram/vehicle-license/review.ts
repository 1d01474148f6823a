import { type Text, text } from '../strings/index'
import { isApplicable } from './checks/index'
import { latestDay } from './checks/date'
import { FIELDS, type FieldKey, type VehicleLicense } from './fields'
import { RULES } from './rules'

/** What a person should look at again, by field. None of it forbids to confirm: the license is right, not the rule. */
export type Review = Partial<Record<FieldKey, Text>>

/** What is wrong with values by themselves, and those with nothing wrong that apply. */
function reviewEach(license: VehicleLicense, today: Date): { found: Review; comparable: VehicleLicense } {
  const found: Review = {}
  const comparable: VehicleLicense = {}
  const latest = latestDay(today)
  for (const { key, kind, check } of FIELDS) {
    const value = license[key]
    if (!value) continue
    const isFuture = kind === 'date' && value > latest
    const problem = check(value) ?? (isFuture ? text(({ checks }) => checks.future) : undefined)
    if (problem) found[key] = problem
    else if (isApplicable(value)) comparable[key] = value
  }
  return { found, comparable }
}

/**
 * Checks a license field by field, then between fields.
 *
 * @param today for dates that are still to come
 */
export function review(license: VehicleLicense, today = new Date()): Review {
  const { found, comparable } = reviewEach(license, today)
  for (const { compares, at, find } of RULES) {
    const [first, second, third = ''] = compares.map((key) => comparable[key])
    if (first === undefined || second === undefined || compares.some((key) => comparable[key] === undefined)) continue
    const problem = find(first, second, third)
    if (problem) found[at] ??= problem
  }
  return found
}
