import type { ErrorCode } from '../../vehicle-license/errors'
import type { LicensePage } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'

/** What the camera page is about. */
export type Phase =
  /** The camera is being opened; the platform may be asking for permission meanwhile. */
  | 'opening'
  /** The camera shows what it sees, and its frames are looked at. */
  | 'aiming'
  /** The shot is being made. */
  | 'taking'
  /** Something else took the camera, as a call does. */
  | 'stopped'
  /** There is no camera; `error` says why. */
  | 'failed'
  /** The shot is there to be used or taken again; `error` says why it could not be used. */
  | 'reviewing'
  /** The shot is made ready and put into a record. */
  | 'saving'
  /** One page is kept; the other one, `content`, may be taken now. */
  | 'offering'
  /** All that is wanted is kept. */
  | 'done'

export interface CameraState {
  readonly phase: Phase
  /** The person looks elsewhere: another page, another app. */
  readonly hidden: boolean
  /** What the person means to take. */
  readonly content: PictureContent
  /** Path of the shot; empty where there is none. */
  readonly shot: string
  readonly error: ErrorCode | undefined
}

export type CameraEvent =
  /** The camera shows pictures. */
  | { readonly type: 'READY' }
  | { readonly type: 'CAMERA_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'STOPPED' }
  | { readonly type: 'HIDE' | 'SHOW' }
  | { readonly type: 'CHOOSE'; readonly content: PictureContent }
  /** By the shutter, or because the card is sharp and steady. */
  | { readonly type: 'CAPTURE' }
  | { readonly type: 'SHOT'; readonly path: string }
  | { readonly type: 'SHOT_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'USE' | 'RETAKE' }
  /** `missing`: the page that there is no picture of yet. */
  | { readonly type: 'SAVED'; readonly missing: LicensePage | undefined }
  | { readonly type: 'SAVE_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'TAKE_OTHER' }
  /** Once more, after a failure or an interruption. */
  | { readonly type: 'RETRY' }

export const start = (content: PictureContent): CameraState => ({
  phase: 'opening',
  hidden: false,
  content,
  shot: '',
  error: undefined,
})

/** Whether the camera is on the page. A shot is waited for, also while the person looks elsewhere. */
export const hasCamera = ({ phase, hidden }: CameraState): boolean =>
  phase === 'taking' || (!hidden && (phase === 'opening' || phase === 'aiming'))

/** Whether frames are looked at. */
export const isWatching = ({ phase, hidden }: CameraState): boolean => phase === 'aiming' && !hidden

const opening = (state: CameraState): CameraState => ({ ...state, phase: 'opening', shot: '', error: undefined })

/** Phases in which the camera is wanted, and a shot that comes late is still one. */
const CAMERA_PHASES: readonly Phase[] = ['opening', 'aiming', 'taking', 'stopped']

function back(state: CameraState): CameraState {
  const shown = { ...state, hidden: false }
  // The camera was taken off the page, or the platform stopped it: it is opened anew.
  return ['opening', 'aiming', 'stopped'].includes(state.phase) ? opening(shown) : shown
}

function shotFailed(state: CameraState, error: ErrorCode): CameraState {
  if (state.phase !== 'taking') return state
  // Looking elsewhere is what made it fail.
  return state.hidden ? opening(state) : { ...state, phase: 'failed', error }
}

/** What comes of an event; the same state where the event means nothing any more. */
export function next(state: CameraState, event: CameraEvent): CameraState {
  const { phase, hidden } = state
  const cameraOn = !hidden && (phase === 'opening' || phase === 'aiming' || phase === 'taking')
  switch (event.type) {
    case 'READY':
      return phase === 'opening' && !hidden ? { ...state, phase: 'aiming' } : state
    case 'CAMERA_FAILED':
      return cameraOn ? { ...state, phase: 'failed', error: event.error } : state
    case 'STOPPED':
      return cameraOn ? { ...state, phase: 'stopped' } : state
    case 'HIDE':
      return { ...state, hidden: true }
    case 'SHOW':
      return hidden ? back(state) : state
    case 'CHOOSE':
      return phase === 'opening' || phase === 'aiming' ? { ...state, content: event.content } : state
    case 'CAPTURE':
      return isWatching(state) ? { ...state, phase: 'taking' } : state
    case 'SHOT':
      return CAMERA_PHASES.includes(phase) ? { ...state, phase: 'reviewing', shot: event.path } : state
    case 'SHOT_FAILED':
      return shotFailed(state, event.error)
    case 'USE':
      return phase === 'reviewing' ? { ...state, phase: 'saving', error: undefined } : state
    case 'RETAKE':
      return phase === 'reviewing' ? opening(state) : state
    case 'SAVED':
      if (phase !== 'saving') return state
      return event.missing
        ? { ...state, phase: 'offering', content: event.missing, shot: '' }
        : { ...state, phase: 'done' }
    case 'SAVE_FAILED':
      return phase === 'saving' ? { ...state, phase: 'reviewing', error: event.error } : state
    case 'CANCEL':
      return phase === 'saving' ? { ...state, phase: 'reviewing' } : state
    case 'TAKE_OTHER':
      return phase === 'offering' ? opening(state) : state
    case 'RETRY':
      return phase === 'failed' || phase === 'stopped' ? opening(state) : state
  }
}
