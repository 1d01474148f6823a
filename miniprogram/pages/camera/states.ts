import type { ErrorCode } from '../../vehicle-license/errors'
import { type LicensePage, otherPage } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'

export type Phase =
  /** The camera is starting; the platform may be asking for permission. */
  | 'opening'
  /** The camera is live and its frames are analyzed. */
  | 'aiming'
  /** The shot is being taken. */
  | 'taking'
  /** Something else took the camera, such as a call. */
  | 'stopped'
  /** There is no camera; `error` says why. */
  | 'failed'
  /** An automatic shot is inspected; it is saved if nothing is wrong. */
  | 'checking'
  /** The person decides whether to use the shot; `error` says why it could not be saved. */
  | 'reviewing'
  /** The shot is prepared and put into a record. */
  | 'saving'
  /** An automatic shot is saved, and shown for a moment in which it may be retaken. */
  | 'kept'
  /** The form opens. */
  | 'done'

export interface CameraState {
  readonly phase: Phase
  /** Another page or another app is in front. */
  readonly hidden: boolean
  /** The page to take next, if known. */
  readonly wanted: LicensePage | undefined
  /** Whether one page is saved already, so that the other may be skipped. */
  readonly hasOne: boolean
  /** In phase `kept`: the page that still has no picture. */
  readonly missing: LicensePage | undefined
  /** What the shot shows, as far as the camera can tell. */
  readonly content: PictureContent | undefined
  /** Whether the shot is saved without a review. */
  readonly isAutomatic: boolean
  /** Path; empty without a shot */
  readonly shot: string
  /** What is wrong with the shot. */
  readonly warnings: readonly string[]
  readonly error: ErrorCode | undefined
}

export type CameraEvent =
  | { readonly type: 'READY' }
  | { readonly type: 'CAMERA_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'STOPPED' }
  | { readonly type: 'HIDE' | 'SHOW' }
  /** The frames change: the phone was turned, or another camera chosen. */
  | { readonly type: 'VIEW_CHANGED' }
  /** `pages` in view */
  | { readonly type: 'CAPTURE'; readonly isAutomatic: boolean; readonly pages: 1 | 2 | undefined }
  /** `error`: the shot could not be copied out of temporary storage. */
  | { readonly type: 'SHOT'; readonly path: string; readonly error?: ErrorCode }
  | { readonly type: 'SHOT_FAILED'; readonly error: ErrorCode }
  | {
      readonly type: 'INSPECTED'
      readonly shot: string
      readonly warnings: readonly string[]
      readonly pages: 1 | 2 | undefined
    }
  | { readonly type: 'USE' | 'RETAKE' }
  /** `missing`: the page without a picture; `unknown` until one page has been read. */
  | { readonly type: 'SAVED'; readonly path: string; readonly missing: LicensePage | 'unknown' | undefined }
  | { readonly type: 'SAVE_FAILED'; readonly error: ErrorCode }
  | { readonly type: 'CANCEL' }
  /** The saved shot was shown long enough. */
  | { readonly type: 'PASSED' }
  /** Recognition tells which page the saved picture shows. */
  | { readonly type: 'READ'; readonly content: PictureContent }
  | { readonly type: 'SKIP' }
  /** Try again after a failure or an interruption. */
  | { readonly type: 'RETRY' }

/** What the page has to do, in order. */
export type Effect =
  | 'startGuide'
  | 'stopGuide'
  /** Remember the card in view, to recognize it later. */
  | 'rememberCard'
  /** Ignore the remembered card from now on. */
  | 'expectOtherPage'
  | 'shoot'
  | 'inspect'
  | 'save'
  | 'cancelSave'
  /** Send PASSED in a moment. */
  | 'showKept'
  /** Delete the shot under way. */
  | 'dropShot'
  /** Let the next shot replace the saved one. */
  | 'replaceKept'
  | 'openForm'

export interface Step {
  readonly state: CameraState
  readonly effects: readonly Effect[]
}

/** @param wanted the page to take, if known beforehand */
export const start = (wanted?: LicensePage, hasOne = false): CameraState => ({
  phase: 'opening',
  hidden: false,
  wanted,
  hasOne,
  missing: undefined,
  content: undefined,
  isAutomatic: false,
  shot: '',
  warnings: [],
  error: undefined,
})

const step = (state: CameraState, ...effects: Effect[]): Step => ({ state, effects })

/** Resumes with a shot that was taken before the program ended. */
export function resume(
  shot: string,
  at: 'review' | 'prepare',
  content: PictureContent | undefined,
  hasOne: boolean,
): Step {
  const state = { ...start(content === 'both' ? undefined : content, hasOne), content, shot }
  return at === 'review'
    ? step({ ...state, phase: 'reviewing' }, 'inspect')
    : step({ ...state, phase: 'saving' }, 'save')
}

/** Whether the camera element is on the page. A shot under way keeps it there while the page is hidden. */
export const hasCamera = ({ phase, hidden }: CameraState): boolean =>
  phase === 'taking' || (!hidden && (phase === 'opening' || phase === 'aiming'))

/** Whether frames are analyzed. */
export const isGuiding = ({ phase, hidden }: CameraState): boolean => phase === 'aiming' && !hidden

const open = (state: CameraState): CameraState => ({ ...start(state.wanted, state.hasOne), hidden: state.hidden })

/** Phases before a shot. */
const WAITING: readonly Phase[] = ['opening', 'aiming', 'stopped']
const SKIPPABLE: readonly Phase[] = [...WAITING, 'failed']
/** A shot may arrive late: after the camera was stopped, or opened again. */
const SHOT_EXPECTED: readonly Phase[] = [...WAITING, 'taking']
const RETAKABLE: readonly Phase[] = ['checking', 'reviewing', 'saving', 'kept']

function show(state: CameraState): CameraState {
  const shown = { ...state, hidden: false }
  // The camera left the page or was stopped by the platform: it starts anew.
  return WAITING.includes(state.phase) ? open(shown) : shown
}

function shotFailed(state: CameraState, error: ErrorCode): CameraState {
  if (state.phase !== 'taking') return state
  // A shot fails because the page is hidden: no error to show.
  return state.hidden ? open(state) : { ...state, phase: 'failed', error }
}

const contentOf = (state: CameraState, pages: 1 | 2 | undefined): PictureContent | undefined =>
  pages === 2 ? 'both' : state.wanted

function shotTaken(state: CameraState, shot: string, error: ErrorCode | undefined): Step {
  if (!SHOT_EXPECTED.includes(state.phase)) return step(state)
  const isAutomatic = state.isAutomatic && error === undefined
  return step({ ...state, phase: isAutomatic ? 'checking' : 'reviewing', isAutomatic, shot, error }, 'inspect')
}

function inspected(state: CameraState, { shot, warnings, pages }: Extract<CameraEvent, { type: 'INSPECTED' }>): Step {
  if (state.shot !== shot) return step(state)
  const known = { ...state, warnings, content: contentOf(state, pages) }
  if (state.phase === 'checking')
    return warnings.length === 0
      ? step({ ...known, phase: 'saving' }, 'save')
      : step({ ...known, phase: 'reviewing', isAutomatic: false })
  return step(state.phase === 'reviewing' ? known : { ...state, warnings })
}

/** On to the missing page, or to the form. */
const goOn = (state: CameraState, missing: LicensePage | undefined): Step =>
  missing
    ? step({ ...open(state), wanted: missing, hasOne: true }, 'expectOtherPage')
    : step({ ...state, phase: 'done' }, 'openForm')

function saved(state: CameraState, shot: string, missingPage: LicensePage | 'unknown' | undefined): Step {
  if (state.phase !== 'saving') return step(state)
  // The first page is assumed to be the main one until it is read.
  const missing = missingPage === 'unknown' ? 'duplicate' : missingPage
  if (!state.isAutomatic) return goOn(state, missing)
  return step({ ...state, phase: 'kept', missing, shot, error: undefined }, 'showKept')
}

/** Corrects which page is missing, once the saved one is read. */
function read(state: CameraState, content: PictureContent): Step {
  const missing = content === 'both' ? undefined : otherPage(content)
  if (state.phase === 'kept') return step(state.missing && state.missing !== missing ? { ...state, missing } : state)
  if (!state.hasOne || state.wanted === missing) return step(state)
  if (missing === undefined && WAITING.includes(state.phase)) return goOn(state, missing)
  return step({ ...state, wanted: missing })
}

function retake(state: CameraState): Step {
  const { phase } = state
  if (!RETAKABLE.includes(phase)) return step(state)
  if (phase === 'kept') return step(open(state), 'replaceKept')
  return phase === 'saving' ? step(open(state), 'cancelSave', 'dropShot') : step(open(state), 'dropShot')
}

function transition(state: CameraState, event: CameraEvent): Step {
  const { phase, hidden } = state
  const cameraOn = !hidden && hasCamera(state)
  switch (event.type) {
    case 'READY':
      return step(phase === 'opening' && !hidden ? { ...state, phase: 'aiming' } : state)
    case 'CAMERA_FAILED':
      return step(cameraOn ? { ...state, phase: 'failed', error: event.error } : state)
    case 'STOPPED':
      return step(cameraOn ? { ...state, phase: 'stopped' } : state)
    case 'HIDE':
      return step({ ...state, hidden: true })
    case 'SHOW':
      return step(hidden ? show(state) : state)
    case 'VIEW_CHANGED':
      return isGuiding(state) ? step(state, 'stopGuide', 'startGuide') : step(state)
    case 'CAPTURE': {
      if (!isGuiding(state)) return step(state)
      const { isAutomatic, pages } = event
      return step({ ...state, phase: 'taking', isAutomatic, content: contentOf(state, pages) }, 'rememberCard', 'shoot')
    }
    case 'SHOT':
      return shotTaken(state, event.path, event.error)
    case 'SHOT_FAILED':
      return step(shotFailed(state, event.error))
    case 'INSPECTED':
      return inspected(state, event)
    case 'USE':
      return phase === 'reviewing' ? step({ ...state, phase: 'saving', error: undefined }, 'save') : step(state)
    case 'RETAKE':
      return retake(state)
    case 'SAVED':
      return saved(state, event.path, event.missing)
    case 'SAVE_FAILED':
      return step(phase === 'saving' ? { ...state, phase: 'reviewing', isAutomatic: false, error: event.error } : state)
    case 'CANCEL':
      return phase === 'saving' ? step({ ...state, phase: 'reviewing', isAutomatic: false }, 'cancelSave') : step(state)
    case 'PASSED':
      return phase === 'kept' ? goOn(state, state.missing) : step(state)
    case 'READ':
      return read(state, event.content)
    case 'SKIP':
      return state.hasOne && SKIPPABLE.includes(phase) ? step({ ...state, phase: 'done' }, 'openForm') : step(state)
    case 'RETRY':
      return step(phase === 'failed' || phase === 'stopped' ? open(state) : state)
  }
}

/** The state after an event, and what the page has to do. An event at the wrong time changes nothing. */
export function next(before: CameraState, event: CameraEvent): Step {
  const { state, effects } = transition(before, event)
  if (isGuiding(before) && !isGuiding(state)) return step(state, 'stopGuide', ...effects)
  if (!isGuiding(before) && isGuiding(state)) return step(state, ...effects, 'startGuide')
  return { state, effects }
}
