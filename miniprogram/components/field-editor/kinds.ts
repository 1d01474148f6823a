import { fieldOf, type FieldKey } from '../../vehicle-license/fields'
import { USES, VEHICLE_TYPES } from '../../vehicle-license/vocabulary'

/** How a value is edited. */
export interface EditorKind {
  readonly editor: 'code' | 'date' | 'number' | 'words' | 'text'
  readonly layout: 'plate' | 'vin' | ''
  /** Shown after a number. */
  readonly unit: string
  readonly words: readonly string[]
}

const TEXT: EditorKind = { editor: 'text', layout: '', unit: '', words: [] }

export function kindOf(key: FieldKey): EditorKind {
  switch (fieldOf(key).kind) {
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
