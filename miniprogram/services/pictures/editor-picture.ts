import { isWhole, type Quad, turnQuad, WHOLE } from '../../image/quad'
import type { Size } from '../../image/size'
import { shownSize, type Turn } from '../../image/pose'
import type { RecognitionType } from '../../vehicle-license/recognition'

/** A picture and what the person did to it; its file stays as it is. */
export interface EditorPicture {
  readonly path: string
  /** Path of a copy that is no larger than the screen shows it; known once there is one. */
  readonly preview?: string
  /** Of the upright picture; known once it is shown. */
  readonly size?: Size
  /** Degrees clockwise, of the upright picture. */
  readonly turn: Turn
  /** Shares 0..1 of the turned picture. */
  readonly quad: Quad
  readonly type: RecognitionType
}

export const editorPicture = (
  path: string,
  { turn = 0, quad = WHOLE }: Changes = {},
  type: RecognitionType = 'photo',
): EditorPicture => ({ path, turn, quad, type })

/** By 90 degrees clockwise; what is cut out stays the same part of the picture. */
export const turnedClockwise = (picture: EditorPicture): EditorPicture => ({
  ...picture,
  turn: ((picture.turn + 90) % 360) as Turn,
  quad: turnQuad(picture.quad),
})

export const sizeAsTurned = ({ size = { width: 1, height: 1 }, turn }: EditorPicture): Size =>
  shownSize(size, { isMirrored: false, turn })

interface Changes {
  readonly turn?: Turn
  readonly quad?: Quad
}

/** What is to be done to the file before it is sent. */
export const editOf = ({ turn, quad }: EditorPicture): Changes => ({
  ...(turn !== 0 && { turn }),
  ...(!isWhole(quad) && { quad }),
})
