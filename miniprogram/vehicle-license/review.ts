import { type Text, text } from '../strings/index'
import { isApplicable } from './checks/index'
import { latestDay } from './checks/date'
import { FIELDS, type FieldKey, type VehicleLicense } from './fields'
import { RULES } from './rules'

/** Problems by field. None blocks confirming: if the license says so, the rule is wrong. */
export type Review = Partial<Record<FieldKey, Text>>

/** Problems of single values, and the values that are valid and not `--`. */
function reviewEach(license: VehicleLicense, today: Date): { problems: Review; comparable: VehicleLicense } {
  const problems: Review = {}
  const comparable: VehicleLicense = {}
  const latest = latestDay(today)
  for (const { key, kind, check } of FIELDS) {
    const value = license[key]
    if (!value) continue
    const isFuture = kind === 'date' && value > latest
    const problem = check(value) ?? (isFuture ? text(({ checks }) => checks.future) : undefined)
    if (problem) problems[key] = problem
    else if (isApplicable(value)) comparable[key] = value
  }
  return { problems, comparable }
}

/** Checks each field, then compares fields. `today` tells which dates lie in the future. */
export function review(license: VehicleLicense, today = new Date()): Review {
  const { problems, comparable } = reviewEach(license, today)
  for (const { compares, at, find } of RULES) {
    const [first, second, third = ''] = compares.map((key) => comparable[key])
    if (first === undefined || second === undefined || compares.some((key) => comparable[key] === undefined)) continue
    const problem = find(first, second, third)
    if (problem) problems[at] ??= problem
  }
  return problems
}
