import { joinList, strings } from '../../services/settings/language'
import type { Left, Row } from '../../services/records/index'

export interface ShownRow {
  readonly id: string
  /** On the first row of a group. */
  readonly heading: string
  readonly title: string
  readonly detail: string
  /** What is left to do, or a problem. */
  readonly hint: string
  readonly isDamaged: boolean
  /** For screen readers. */
  readonly label: string
}

const VIN_DIGITS = 6
/** More missing fields are counted, not named. */
const MAX_NAMED = 3

function todoText(left: Left): string {
  const { records, fields } = strings()
  switch (left.kind) {
    case 'missing':
      return left.keys.length > MAX_NAMED
        ? records.left.missingMany(left.keys.length)
        : records.left.missing(joinList(left.keys.map((key) => fields[key])))
    case 'check':
      return records.left.check(left.count)
    default:
      return records.left[left.kind]
  }
}

function detailOf({ owner, vin, registered, vehicleType, isConfirmed }: Row): string {
  const { records } = strings()
  const facts = [
    owner,
    vin && records.vinEnd(vin.slice(-VIN_DIGITS)),
    registered && records.registered(registered),
    !isConfirmed && vehicleType,
  ]
  return facts.filter(Boolean).join(' · ')
}

function hintOf({ left, isDamaged, pictures }: Row, isLost: (path: string) => boolean): string {
  const { records } = strings()
  const hints = [left && !isDamaged && todoText(left), pictures.some(isLost) && records.pictureLost]
  return hints.filter(Boolean).join(' · ')
}

function headingOf({ at, left, isDamaged }: Row, unfinished: number): string {
  const { records } = strings()
  if (left || isDamaged) return records.unfinished(unfinished)
  const date = new Date(at)
  return records.month(date.getFullYear(), date.getMonth() + 1)
}

/**
 * Texts of rows in list order. Groups with a heading: unfinished records, then confirmed ones by month.
 */
export function shownRows(rows: readonly Row[], isLost: (path: string) => boolean): ShownRow[] {
  const unfinished = rows.filter(({ left, isDamaged }) => left !== undefined || isDamaged).length
  let group = ''
  return rows.map((row) => {
    const { records } = strings()
    const heading = headingOf(row, unfinished)
    const isFirst = heading !== group
    group = heading
    const plate = row.plate || records.noPlate
    const title = row.isDamaged ? records.damaged : plate
    const detail = row.isDamaged ? [row.plate, detailOf(row)].filter(Boolean).join(' · ') : detailOf(row)
    const hint = hintOf(row, isLost)
    return {
      id: row.id,
      heading: isFirst ? heading : '',
      title,
      detail,
      hint,
      isDamaged: row.isDamaged === true,
      label: [title, detail, hint].filter(Boolean).join(', '),
    }
  })
}

/** Splits a list, so that `setData` sends only the pages that change. */
export function inPages<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, page) => rows.slice(page * size, (page + 1) * size))
}
