import type { FieldKey } from '../../vehicle-license/fields'
import type { FormView } from './form'
import type { TotalProgress } from '../recognition/progress'
import type { Retake } from './retakes'

export interface ShownPicture {
  readonly path: string
  /** Path; empty until it is ready. */
  readonly thumbnail: string
  /** The page it shows, if known. */
  readonly title: string | null
  /** Whether its recognition failed. */
  readonly failed: boolean
  /** Whether its file is gone or damaged. */
  readonly lost: boolean
}

/** What the form shows. */
export interface DraftState {
  readonly pictures: readonly ShownPicture[]
  readonly retakes: readonly Retake[]
  readonly form: FormView
  /** Paths of pictures of the fields that need checking. */
  readonly strips: Partial<Record<FieldKey, string>>
  /** Of the running recognition. */
  readonly progress: TotalProgress | null
  /** Problems of the pictures, from engines that report them. */
  readonly warnings: readonly string[]
  /** About the last recognition. */
  readonly note: string | null
  readonly error: string | null
  /** WeChat's error number, for the operator; 0 if none. */
  readonly wechatCode: number
  readonly retryable: boolean
  /** Whether another picture may help. */
  readonly otherHelps: boolean
  /** Whether free storage would help. */
  readonly roomHelps: boolean
  /** Confirmed, and unchanged since. */
  readonly confirmed: boolean
  /** Confirmed, and edited since. */
  readonly changed: boolean
  /** Whether the confirmation can be undone. */
  readonly undoable: boolean
  /** Whether the pictures stay after the confirmation. */
  readonly keepsPictures: boolean
  /** An existing record of the same vehicle, and what this license would change in it. */
  readonly same: SameVehicle | null
}

export interface SameVehicle {
  readonly title: string
  readonly differences: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

export const EMPTY_STATE: DraftState = {
  pictures: [],
  retakes: [],
  form: { summary: '', checks: [], pages: [], step: { kind: 'none', text: '' } },
  strips: {},
  progress: null,
  warnings: [],
  note: null,
  error: null,
  wechatCode: 0,
  retryable: false,
  otherHelps: true,
  roomHelps: false,
  confirmed: false,
  changed: false,
  undoable: false,
  keepsPictures: false,
  same: null,
}
