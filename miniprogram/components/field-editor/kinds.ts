import { FIELDS, type FieldKey } from '../../vehicle-license/fields'
import { USES, VEHICLE_TYPES } from '../../vehicle-license/vocabulary'

/** How a value is edited. */
export interface EditorKind {
  readonly editor: 'code' | 'date' | 'number' | 'words' | 'text'
  readonly layout: 'plate' | 'vin' | ''
  /** What stands behind a number. */
  readonly unit: string
  readonly words: readonly string[]
}

const TEXT: EditorKind = { editor: 'text', layout: '', unit: '', words: [] }

/** The right editor for a field. */
export function kindOf(key: FieldKey): EditorKind {
  switch (FIELDS.find((field) => field.key === key)?.kind) {
    case 'plate':
      return { ...TEXT, editor: 'code', layout: 'plate' }
    case 'vin':
      return { ...TEXT, editor: 'code', layout: 'vin' }
    case 'date':
      return { ...TEXT, editor: 'date' }
    case 'mass':
      return { ...TEXT, editor: 'number', unit: 'kg' }
    case 'vehicleType':
      return { ...TEXT, editor: 'words', words: VEHICLE_TYPES }
    case 'useCharacter':
      return { ...TEXT, editor: 'words', words: USES }
    default:
      return TEXT
  }
}

/** No older vehicle has a license of today's; an older date can be typed. With more years the column has too many nodes. */
const FIRST_YEAR = 1970

export const FIRST_DAY = new Date(FIRST_YEAR, 0, 1).getTime()

/** ms since 1970; today where the value is no date. */
export function timeOf(value: string, today: number): number {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return today
  return Math.min(today, Math.max(FIRST_DAY, new Date(year, month - 1, day).getTime()))
}
