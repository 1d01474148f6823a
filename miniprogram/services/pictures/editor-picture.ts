import { shownSize, type Turn } from '../../image/pose'
import { isWhole, type Quad, turnQuad, WHOLE } from '../../image/quad'
import type { Size } from '../../image/size'
import type { RecognitionType } from '../../vehicle-license/recognition'
import type { Edit } from './edit'

/** A picture in the editor. Its file stays unchanged. */
export interface EditorPicture {
  readonly path: string
  /** Path of a copy at screen size, once there is one. */
  readonly preview?: string
  /** px, of the upright picture; once it has been decoded */
  readonly size?: Size
  /** Degrees clockwise, of the upright picture. */
  readonly turn: Turn
  /** Shares 0..1 of the turned picture. */
  readonly quad: Quad
  readonly type: RecognitionType
}

export const editorPicture = (
  path: string,
  { turn = 0, quad = WHOLE }: Edit = {},
  type: RecognitionType = 'photo',
): EditorPicture => ({ path, turn, quad, type })

/** Turned by 90 degrees; the crop stays on the same part of the picture. */
export const turnedClockwise = (picture: EditorPicture): EditorPicture => ({
  ...picture,
  turn: ((picture.turn + 90) % 360) as Turn,
  quad: turnQuad(picture.quad),
})

export const sizeAsTurned = ({ size = { width: 1, height: 1 }, turn }: EditorPicture): Size =>
  shownSize(size, { isMirrored: false, turn })

export const editOf = ({ turn, quad }: EditorPicture): Edit => ({
  ...(turn !== 0 && { turn }),
  ...(!isWhole(quad) && { quad }),
})
