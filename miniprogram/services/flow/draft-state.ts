import type { FieldKey } from '../../vehicle-license/fields'
import type { FormView } from './form'
import type { TotalProgress } from '../recognition/progress'
import type { Retake } from './retakes'

/** A picture as it is shown. */
export interface ShownPicture {
  readonly path: string
  /** The same made small; empty until it is made. */
  readonly thumbnail: string
  /** What it shows, where that is told. */
  readonly title: string | null
  /** It was sent, and could not be read. */
  readonly failed: boolean
  /** Its file is gone, or no picture any more. */
  readonly lost: boolean
}

/** What a person sees of one license on its way from picture to confirmed data. */
export interface DraftState {
  readonly pictures: readonly ShownPicture[]
  readonly retakes: readonly Retake[]
  readonly form: FormView
  /** Paths of the parts of the pictures that fields stand on which need a look. */
  readonly strips: Partial<Record<FieldKey, string>>
  /** While a recognition runs. */
  readonly progress: TotalProgress | null
  /** What is wrong with the pictures, as far as the engine says. */
  readonly warnings: readonly string[]
  /** What there is to know about the recognition that just was. */
  readonly note: string | null
  /** Why the recognition failed. */
  readonly error: string | null
  /** WeChat's own number for it, for whoever runs the service; 0 where there is none. */
  readonly wechatCode: number
  readonly retryable: boolean
  /** Whether another picture may help. */
  readonly otherHelps: boolean
  /** Whether it takes room on the phone. */
  readonly roomHelps: boolean
  /** Whether the license is confirmed, and nothing was changed since. */
  readonly confirmed: boolean
  /** Whether there are changes of a confirmed license that are not confirmed yet. */
  readonly changed: boolean
  /** Whether confirming can be taken back. */
  readonly undoable: boolean
  /** Whether the pictures stay after that. */
  readonly keepsPictures: boolean
  /** The record that there is of this vehicle already, and what this one would change in it. */
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
