import { say, strings } from '../../services/settings/language'
import { ERRORS } from '../../vehicle-license/errors'
import { type CameraState, hasCamera, type Phase } from './states'

/** What the page shows of its state. */
export interface View extends Pick<CameraState, 'phase' | 'shot' | 'isSure'> {
  readonly camera: boolean
  /** Whether the shot is shown rather than what the camera sees. */
  readonly showsShot: boolean
  /** What is asked for while a page is kept and the other one is not; nothing otherwise. */
  readonly turn: { readonly kept: string; readonly title: string; readonly skip: string } | null
  readonly error: string | null
  /** The person refused the camera: only the settings bring it back. */
  readonly refused: boolean
}

const SHOT_PHASES: readonly Phase[] = ['checking', 'reviewing', 'saving', 'kept']

function errorOf({ phase, error }: CameraState): string | null {
  if (phase === 'stopped') return strings().camera.interrupted
  return error === undefined ? null : say(ERRORS[error])
}

function turnOf({ hasOne, wanted }: CameraState): View['turn'] {
  if (!hasOne || !wanted) return null
  const { camera, pages } = strings()
  const kept = pages[wanted === 'main' ? 'duplicate' : 'main']
  return { kept: camera.kept(kept), title: camera.turn(pages[wanted]), skip: camera.skip(pages[wanted]) }
}

export const viewOf = (state: CameraState): View => ({
  phase: state.phase,
  shot: state.shot,
  isSure: state.isSure,
  camera: hasCamera(state),
  showsShot: SHOT_PHASES.includes(state.phase),
  turn: turnOf(state),
  error: errorOf(state),
  refused: state.error === 'CAMERA_REFUSED',
})
