import { plateKind } from '../../vehicle-license/checks/index'
import { corrections } from '../../vehicle-license/corrections/index'
import { type FieldKey, fieldOf, type LicensePage, PAGES } from '../../vehicle-license/fields'
import { type FieldStatus, fieldStatuses, type LicenseInReview, type Reason } from '../../vehicle-license/field-status'
import { say, strings } from '../settings/language'
import { licenseInReview } from '../records/license-in-review'
import { isDraft, type LicenseRecord } from '../records/license-record'

/** A field as the form shows it. */
export interface FieldView {
  readonly key: FieldKey
  readonly label: string
  /** Empty if missing. */
  readonly value: string
  /** Empty if nothing needs checking. */
  readonly reason: Reason | ''
  readonly problem: string
  /** Empty for other fields. */
  readonly plateKind: string
  readonly isEdited: boolean
  /** Corrections to offer, best first. Never applied automatically. */
  readonly suggestions: readonly string[]
}

export interface PageView {
  readonly page: LicensePage
  readonly title: string
  readonly fields: readonly FieldView[]
}

/** The main button. */
interface NextStep {
  readonly kind: 'nothing' | 'fill' | 'look' | 'confirm' | 'save' | 'none'
  readonly text: string
}

export interface FormView {
  /** How many fields are filled in, and how many need checking. */
  readonly summary: string
  /** Fields that need checking, in the order of `FIELDS`. */
  readonly checks: readonly FieldView[]
  readonly pages: readonly PageView[]
  readonly step: NextStep
}

function kindOf(key: FieldKey, value: string): string {
  const kind = key === 'plateNum' || key === 'plateNumB' ? plateKind(value) : undefined
  return kind ? say(kind) : ''
}

function viewOf({ key, value, reason, problem, isEdited }: FieldStatus, known: LicenseInReview): FieldView {
  return {
    key,
    label: strings().fields[key],
    value,
    reason: reason ?? '',
    problem: problem ? say(problem) : '',
    plateKind: kindOf(key, value),
    isEdited,
    suggestions: reason ? corrections(key, known.license) : [],
  }
}

function stepOf(record: LicenseRecord, fields: readonly FieldView[], isChanged: boolean): NextStep {
  const { form } = strings()
  const count = (wanted: (field: FieldView) => boolean): number => fields.filter(wanted).length
  if (record.confirmed && !isChanged) return { kind: 'none', text: '' }
  if (count(({ value }) => value !== '') === 0) return { kind: 'nothing', text: form.nothing }
  const missing = count(({ reason }) => reason === 'missing')
  if (missing > 0) return { kind: 'fill', text: form.missing(missing) }
  const doubtful = count(({ reason }) => reason !== '')
  if (doubtful > 0) return { kind: 'look', text: form.doubtful(doubtful) }
  return record.confirmed ? { kind: 'save', text: form.save } : { kind: 'confirm', text: form.confirm }
}

/** @param isChanged whether a confirmed record is being edited */
export function formOf(record: LicenseRecord, isChanged = isDraft(record)): FormView {
  const known = licenseInReview(record)
  const fields = fieldStatuses(known).map((status) => viewOf(status, known))
  const checks = fields.filter(({ reason }) => reason !== '')
  return {
    summary: strings().form.summary(fields.filter(({ value }) => value !== '').length, checks.length),
    checks,
    pages: PAGES.map((page) => ({
      page,
      title: strings().pages[page],
      fields: fields.filter(({ key }) => fieldOf(key).page === page),
    })),
    step: stepOf(record, fields, isChanged),
  }
}
