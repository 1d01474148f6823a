import { ERRORS } from '../../vehicle-license/errors'
import type { Text } from '../../vehicle-license/text'
import { type CameraState, hasCamera } from './states'

const INTERRUPTED: Text = {
  zh: '相机被其他应用占用（例如来电），已暂停。',
  en: 'Something else uses the camera, such as a call: it is paused.',
}

/** What the page shows of its state. */
export interface View extends Pick<CameraState, 'phase' | 'content' | 'shot'> {
  readonly camera: boolean
  /** Pages that the frame has room for. */
  readonly pages: 1 | 2
  readonly error: Text | null
  /** The person refused the camera: only the settings bring it back. */
  readonly refused: boolean
}

export const pagesIn = ({ content }: Pick<CameraState, 'content'>): 1 | 2 => (content === 'both' ? 2 : 1)

function errorOf({ phase, error }: CameraState): Text | null {
  if (phase === 'stopped') return INTERRUPTED
  return error === undefined ? null : ERRORS[error]
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
