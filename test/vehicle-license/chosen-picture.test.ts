import { turnQuad, WHOLE } from '../../miniprogram/image/quad'
import { fit } from '../../miniprogram/image/size'
import {
  changesOf,
  chosenPicture,
  type ChosenPicture,
  sizeAsTurned,
  turnedOnce,
} from '../../miniprogram/vehicle-license/chosen-picture'
import { moveCorner } from '../../miniprogram/image/crop/corners'

const picture: ChosenPicture = { ...chosenPicture('tmp/picture.jpg'), size: { width: 4000, height: 3000 } }

test('a picture as it was chosen is sent as it is, as a photo', () => {
  expect(changesOf(picture)).toEqual({})
  expect(picture.type).toBe('photo')
})

test('a turned picture is as wide as it was high, until it is turned again', () => {
  const once = turnedOnce(picture)
  expect(sizeAsTurned(once)).toEqual({ width: 3000, height: 4000 })
  expect(changesOf(once)).toEqual({ turn: 90 })
  expect(sizeAsTurned(turnedOnce(once))).toEqual(picture.size)
  expect(changesOf(turnedOnce(turnedOnce(turnedOnce(once))))).toEqual({})
})

test('what is cut out turns with the picture', () => {
  const quad = moveCorner(WHOLE, 0, { x: 0.2, y: 0.1 })
  expect(changesOf(turnedOnce({ ...picture, quad }))).toEqual({ turn: 90, quad: turnQuad(quad) })
})

test('a picture fits a box by the side that is tighter', () => {
  expect(fit({ width: 4000, height: 3000 }, { width: 700, height: 600 })).toEqual({ width: 700, height: 525 })
  expect(fit({ width: 300, height: 400 }, { width: 700, height: 600 })).toEqual({ width: 450, height: 600 })
})
