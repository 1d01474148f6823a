import { turnQuad, WHOLE } from '../../../miniprogram/image/quad'
import { fit } from '../../../miniprogram/image/size'
import {
  editOf,
  editorPicture,
  type EditorPicture,
  sizeAsTurned,
  turnedClockwise,
} from '../../../miniprogram/services/pictures/editor-picture'
import { moveCorner } from '../../../miniprogram/image/crop/corners'

const picture: EditorPicture = { ...editorPicture('tmp/picture.jpg'), size: { width: 4000, height: 3000 } }

test('an unedited picture has an empty edit', () => {
  expect(editOf(picture)).toEqual({})
  expect(picture.type).toBe('photo')
})

test('a turn swaps width and height', () => {
  const once = turnedClockwise(picture)
  expect(sizeAsTurned(once)).toEqual({ width: 3000, height: 4000 })
  expect(editOf(once)).toEqual({ turn: 90 })
  expect(sizeAsTurned(turnedClockwise(once))).toEqual(picture.size)
  expect(editOf(turnedClockwise(turnedClockwise(turnedClockwise(once))))).toEqual({})
})

test('the crop turns with the picture', () => {
  const quad = moveCorner(WHOLE, 0, { x: 0.2, y: 0.1 })
  expect(editOf(turnedClockwise({ ...picture, quad }))).toEqual({ turn: 90, quad: turnQuad(quad) })
})

test('fits a box by the tighter side', () => {
  expect(fit({ width: 4000, height: 3000 }, { width: 700, height: 600 })).toEqual({ width: 700, height: 525 })
  expect(fit({ width: 300, height: 400 }, { width: 700, height: 600 })).toEqual({ width: 450, height: 600 })
})
