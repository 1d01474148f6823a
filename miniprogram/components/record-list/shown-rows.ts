import { joinList, strings } from '../../services/settings/language'
import type { Left, Row } from '../../services/records/index'

/** A row as it is shown. */
export interface ShownRow {
  readonly id: string
  /** Above the first row of a group. */
  readonly heading: string
  readonly title: string
  readonly detail: string
  /** What is left to do, or wrong. */
  readonly hint: string
  readonly isDamaged: boolean
  /** What a screen reader says. */
  readonly label: string
}

const VIN_END = 6
/** How many missing fields are told by name. */
const NAMED = 3

function told(left: Left): string {
  const { records, fields } = strings()
  switch (left.kind) {
    case 'missing':
      return left.keys.length > NAMED
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
    vin && records.vinEnd(vin.slice(-VIN_END)),
    registered && records.registered(registered),
    !isConfirmed && vehicleType,
  ]
  return facts.filter(Boolean).join(' · ')
}

function hintOf({ left, isDamaged, pictures }: Row, isLost: (path: string) => boolean): string {
  const { records } = strings()
  const hints = [left && !isDamaged && told(left), pictures.some(isLost) && records.pictureLost]
  return hints.filter(Boolean).join(' · ')
}

function headingOf({ at, left, isDamaged }: Row, unfinished: number): string {
  const { records } = strings()
  if (left || isDamaged) return records.unfinished(unfinished)
  const date = new Date(at)
  return records.month(date.getFullYear(), date.getMonth() + 1)
}

/**
 * Rows in the order of the list as they are shown, the first of each group with a heading: what is left to do, then
 * what was confirmed by month.
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

/** Cut into pieces of a page each: what is appended to a list, or changed in it, is sent alone. */
export function inPages<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, page) => rows.slice(page * size, (page + 1) * size))
}
