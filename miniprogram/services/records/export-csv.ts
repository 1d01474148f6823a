import { FIELDS } from '../../vehicle-license/fields'
import type { Strings } from '../../strings/index'
import { clockTime } from '../platform/clock'
import { joinList, say, strings } from '../settings/language'
import type { LicenseRecord } from './license-record'
import { exported, type Exported } from './exported'

/** Without it, spreadsheets do not detect UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Spreadsheets run such cells as formulas. Dashes alone are safe, and common on licenses. */
const FORMULA = /^(?![-—－]+$)[=+\-@\t\r＝＋－＠]/

/** Quoted as in RFC 4180. An apostrophe turns formulas into text. */
function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

interface Column {
  readonly title: string
  readonly valueOf: (row: Exported) => string
}

function columns({ exports }: Strings): Column[] {
  const fields = FIELDS.map(({ key, label, page }): Column => {
    const title = say(label)
    const isAmbiguous = FIELDS.some((field) => field.key !== key && say(field.label) === title)
    return {
      title: isAmbiguous && page === 'duplicate' ? exports.onDuplicate(title) : title,
      valueOf: ({ license }) => license[key] ?? '',
    }
  })
  const labelOf = (key: string): string => {
    const field = FIELDS.find((known) => known.key === key)
    return field ? say(field.label) : key
  }
  return [
    ...fields,
    { title: exports.confirmedAt, valueOf: ({ confirmedAt }) => (confirmedAt ? clockTime(confirmedAt) : '') },
    { title: exports.engine, valueOf: ({ engine }) => (engine ? exports.engines[engine] : '') },
    { title: exports.edited, valueOf: ({ edited }) => joinList(edited.map(labelOf)) },
  ]
}

/** CSV (RFC 4180, UTF-8) with a header line. */
export function toCsv(records: readonly LicenseRecord[]): string {
  const table = columns(strings())
  const lines = [table.map(({ title }) => title)]
  for (const record of records) {
    const row = exported(record)
    lines.push(table.map(({ valueOf }) => valueOf(row)))
  }
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}
