import { rotation, shift } from '../../../../miniprogram/image/homography'
import { warp } from '../../../../recognition/engines/embedded/pixels/warp'

const [WIDTH, HEIGHT] = [6, 4]

/** R is ten times the column, G ten times the row. */
const picture = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3)
    return [10 * (pixel % WIDTH), 10 * Math.floor(pixel / WIDTH), 0][i % 3] ?? 0
  }),
}

const at = (pixels: Uint8Array, width: number, x: number, y: number): number[] => [
  ...pixels.subarray(3 * (y * width + x), 3 * (y * width + x) + 2),
]

test('pixels are interpolated', () => {
  const moved = warp(picture, shift(1, 1), { width: 3, height: 2 })
  expect(at(moved, 3, 0, 0)).toEqual([10, 10])
  expect(at(moved, 3, 2, 1)).toEqual([30, 20])
  expect(at(warp(picture, shift(0.5, 0.25), { width: 2, height: 2 }), 2, 1, 0)).toEqual([15, 2])
})

test('a quarter turn swaps rows and columns', () => {
  const turned = warp(picture, rotation(-90), { width: 1, height: 1 })
  expect(at(turned, 1, 0, 0)).toEqual([136, 136])
  const inside = warp(picture, [0, 1, 1, -1, 0, 3, 0, 0, 1], { width: 2, height: 2 })
  expect(at(inside, 2, 0, 0)).toEqual([10, 20])
  expect(at(inside, 2, 1, 0)).toEqual([10, 10])
})

test('outside the picture all is gray', () => {
  expect(at(warp(picture, shift(-10, 0), { width: 2, height: 2 }), 2, 0, 0)).toEqual([136, 136])
})
