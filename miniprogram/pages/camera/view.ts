import { say, strings } from '../../services/settings/language'
import { ERRORS } from '../../vehicle-license/errors'
import { otherPage } from '../../vehicle-license/fields'
import { type CameraState, hasCamera, type Phase } from './states'

/** What the page shows of its state. */
export interface View extends Pick<CameraState, 'phase' | 'shot' | 'warnings'> {
  readonly screen: 'camera' | 'shot' | 'failure' | 'blank'
  /** Whether the camera element is on the page. */
  readonly camera: boolean
  /** A shot that goes on by itself; empty: the person decides */
  readonly passing: 'checking' | 'kept' | ''
  /** Asks for the other page once one is saved. */
  readonly turn: { readonly kept: string; readonly title: string; readonly skip: string } | null
  readonly error: string | null
  /** Permission was denied: only the settings grant it again. */
  readonly refused: boolean
}

const SCREENS: Readonly<Record<Phase, View['screen']>> = {
  opening: 'camera',
  aiming: 'camera',
  taking: 'camera',
  stopped: 'failure',
  failed: 'failure',
  checking: 'shot',
  reviewing: 'shot',
  saving: 'shot',
  kept: 'shot',
  done: 'blank',
}

function errorOf({ phase, error }: CameraState): string | null {
  if (phase === 'stopped') return strings().camera.interrupted
  return error === undefined ? null : say(ERRORS[error])
}

function passingOf({ phase, isAutomatic }: CameraState): View['passing'] {
  if (phase === 'kept') return 'kept'
  return phase === 'checking' || (phase === 'saving' && isAutomatic) ? 'checking' : ''
}

function turnOf({ hasOne, wanted }: CameraState): View['turn'] {
  if (!hasOne || !wanted) return null
  const { camera, pages } = strings()
  const kept = pages[otherPage(wanted)]
  return { kept: camera.kept(kept), title: camera.turn(pages[wanted]), skip: camera.skip(pages[wanted]) }
}

export const viewOf = (state: CameraState): View => ({
  phase: state.phase,
  shot: state.shot,
  warnings: state.warnings,
  screen: SCREENS[state.phase],
  camera: hasCamera(state),
  passing: passingOf(state),
  turn: turnOf(state),
  error: errorOf(state),
  refused: state.error === 'CAMERA_REFUSED',
})
