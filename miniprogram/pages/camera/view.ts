import { say, strings } from '../../services/language'
import { ERRORS } from '../../vehicle-license/errors'
import { type CameraState, hasCamera } from './states'

/** What the page shows of its state. */
export interface View extends Pick<CameraState, 'phase' | 'content' | 'shot'> {
  readonly camera: boolean
  /** Pages that the frame has room for. */
  readonly pages: 1 | 2
  readonly error: string | null
  /** The person refused the camera: only the settings bring it back. */
  readonly refused: boolean
}

export const pagesIn = ({ content }: Pick<CameraState, 'content'>): 1 | 2 => (content === 'both' ? 2 : 1)

function errorOf({ phase, error }: CameraState): string | null {
  if (phase === 'stopped') return strings().camera.interrupted
  return error === undefined ? null : say(ERRORS[error])
}

export const viewOf = (state: CameraState): View => ({
  phase: state.phase,
  content: state.content,
  shot: state.shot,
  camera: hasCamera(state),
  pages: pagesIn(state),
  error: errorOf(state),
  refused: state.error === 'CAMERA_REFUSED',
})
