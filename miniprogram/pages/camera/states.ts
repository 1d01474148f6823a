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
  /** A sure shot is looked at: it goes on by itself if nothing is wrong with it. */
  | 'checking'
  /** The shot is there to be used or taken again; `error` says why it could not be used. */
  | 'reviewing'
  /** The shot is made ready and put into a record. */
  | 'saving'
  /** A sure shot is in the record, and shown for a moment in which it may be taken again. */
  | 'kept'
  /** All that is wanted is kept. */
  | 'done'

export interface CameraState {
  readonly phase: Phase
  /** The person looks elsewhere: another page, another app. */
  readonly hidden: boolean
  /** The page that is still to be taken; nothing while none is, or where only the picture can tell. */
  readonly wanted: LicensePage | undefined
  /** Whether a page is kept already, so that there is a way past the other one. */
  readonly hasOne: boolean
  /** Of a sure shot that is kept: the page that there is no picture of then. */
  readonly missing: LicensePage | undefined
  /** What the shot shows, as far as the camera could tell. */
  readonly content: PictureContent | undefined
  /** Whether the camera took the shot itself, because all was right. */
  readonly isSure: boolean
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
  /** By the shutter, or because the card is sharp and steady; `pages` that were in view. */
  | { readonly type: 'CAPTURE'; readonly isSure: boolean; readonly pages: 1 | 2 | undefined }
  /** `error`: it could not be kept for longer than the program runs. */
  | { readonly type: 'SHOT'; readonly path: string; readonly error?: ErrorCode }
  | { readonly type: 'SHOT_FAILED'; readonly error: ErrorCode }
  /** What a look at the shot told: whether anything is wrong with it, and the pages that it shows. */
  | { readonly type: 'INSPECTED'; readonly isClear: boolean; readonly pages: 1 | 2 | undefined }
  | { readonly type: 'USE' | 'RETAKE' }
  /** As `path`; `missing`: the page that there is no picture of yet, `unknown` where only the reading can tell. */
  | { readonly type: 'SAVED'; readonly path: string; readonly missing: LicensePage | 'unknown' | undefined }
  | { readonly type: 'SAVE_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'CANCEL' }
  /** The moment of a sure shot is over. */
  | { readonly type: 'PASSED' }
  /** What was read in the page that is kept tells what it shows. */
  | { readonly type: 'READ'; readonly content: PictureContent }
  | { readonly type: 'SKIP' }
  /** Once more, after a failure or an interruption. */
  | { readonly type: 'RETRY' }

/** @param wanted the page that is to be taken, where that is known beforehand */
export const start = (wanted?: LicensePage, hasOne = false): CameraState => ({
  phase: 'opening',
  hidden: false,
  wanted,
  hasOne,
  missing: undefined,
  content: undefined,
  isSure: false,
  shot: '',
  error: undefined,
})

/** With a shot that was taken before the program ended. */
export const resume = (
  shot: string,
  at: 'review' | 'prepare',
  content: PictureContent | undefined,
  hasOne: boolean,
): CameraState => ({
  ...start(content === 'both' ? undefined : content, hasOne),
  phase: at === 'review' ? 'reviewing' : 'saving',
  content,
  shot,
})

/** Whether the camera is on the page. A shot is waited for, also while the person looks elsewhere. */
export const hasCamera = ({ phase, hidden }: CameraState): boolean =>
  phase === 'taking' || (!hidden && (phase === 'opening' || phase === 'aiming'))

/** Whether frames are looked at. */
export const isWatching = ({ phase, hidden }: CameraState): boolean => phase === 'aiming' && !hidden

const opening = (state: CameraState): CameraState => ({
  ...state,
  phase: 'opening',
  missing: undefined,
  content: undefined,
  isSure: false,
  shot: '',
  error: undefined,
})

/** Phases in which the camera is wanted, and a shot that comes late is still one. */
const CAMERA_PHASES: readonly Phase[] = ['opening', 'aiming', 'taking', 'stopped']

/** Phases in which a person may go past the other page. */
const SKIPPABLE: readonly Phase[] = ['opening', 'aiming', 'stopped', 'failed']

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

const contentOf = (state: CameraState, pages: 1 | 2 | undefined): PictureContent | undefined =>
  pages === 2 ? 'both' : state.wanted

function shotTaken(state: CameraState, path: string, error: ErrorCode | undefined): CameraState {
  if (!CAMERA_PHASES.includes(state.phase)) return state
  const isSure = state.isSure && error === undefined
  return { ...state, phase: isSure ? 'checking' : 'reviewing', isSure, shot: path, error }
}

function inspected(state: CameraState, isClear: boolean, pages: 1 | 2 | undefined): CameraState {
  const seen = { ...state, content: contentOf(state, pages) }
  if (state.phase === 'checking')
    return isClear ? { ...seen, phase: 'saving' } : { ...seen, phase: 'reviewing', isSure: false }
  return state.phase === 'reviewing' ? seen : state
}

/** On to the page that is missing, or to the form. */
const goOn = (state: CameraState, missing: LicensePage | undefined): CameraState =>
  missing ? opening({ ...state, wanted: missing, hasOne: true }) : { ...state, phase: 'done' }

function saved(state: CameraState, shot: string, told: LicensePage | 'unknown' | undefined): CameraState {
  if (state.phase !== 'saving') return state
  // Who opens the camera has the first page before them, nearly always.
  const missing = told === 'unknown' ? 'duplicate' : told
  return state.isSure ? { ...state, phase: 'kept', missing, shot, error: undefined } : goOn(state, missing)
}

const OTHER: Record<LicensePage, LicensePage> = { main: 'duplicate', duplicate: 'main' }

/** The page that is kept turns out to be both, or the one that was thought missing. */
function read(state: CameraState, content: PictureContent): CameraState {
  const missing = content === 'both' ? undefined : OTHER[content]
  if (state.phase === 'kept') return state.missing && state.missing !== missing ? { ...state, missing } : state
  if (!state.hasOne || state.wanted === missing) return state
  if (missing === undefined && ['opening', 'aiming', 'stopped'].includes(state.phase)) return goOn(state, missing)
  return { ...state, wanted: missing }
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
    case 'CAPTURE':
      if (!isWatching(state)) return state
      return { ...state, phase: 'taking', isSure: event.isSure, content: contentOf(state, event.pages) }
    case 'SHOT':
      return shotTaken(state, event.path, event.error)
    case 'SHOT_FAILED':
      return shotFailed(state, event.error)
    case 'INSPECTED':
      return inspected(state, event.isClear, event.pages)
    case 'USE':
      return phase === 'reviewing' ? { ...state, phase: 'saving', error: undefined } : state
    case 'RETAKE':
      return ['checking', 'reviewing', 'saving', 'kept'].includes(phase) ? opening(state) : state
    case 'SAVED':
      return saved(state, event.path, event.missing)
    case 'SAVE_FAILED':
      return phase === 'saving' ? { ...state, phase: 'reviewing', isSure: false, error: event.error } : state
    case 'CANCEL':
      return phase === 'saving' ? { ...state, phase: 'reviewing', isSure: false } : state
    case 'PASSED':
      return phase === 'kept' ? goOn(state, state.missing) : state
    case 'READ':
      return read(state, event.content)
    case 'SKIP':
      return state.hasOne && SKIPPABLE.includes(phase) ? { ...state, phase: 'done' } : state
    case 'RETRY':
      return phase === 'failed' || phase === 'stopped' ? opening(state) : state
  }
}
