import { cutToVisible } from '../../../miniprogram/pages/camera/visible-part'
import type { Frame } from '../../../miniprogram/vision'

/** Red is the column of each pixel, green its row. */
function frameOf(width: number, height: number, padding = 0): Frame {
  const data = new Uint8Array((width * 4 + padding) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([x, y, 0, 255], y * (width * 4 + padding) + x * 4)
  return { data, width, height }
}

const firstOf = ({ data }: Frame) => [data[0], data[1]]
const lastOf = ({ data }: Frame) => [data[data.length - 4], data[data.length - 3]]

test('a tall view shows the middle columns', () => {
  const cut = cutToVisible(0.5)(frameOf(48, 64))
  expect([cut.width, cut.height, cut.data.length]).toEqual([32, 64, 32 * 64 * 4])
  expect([firstOf(cut), lastOf(cut)]).toEqual([
    [8, 0],
    [39, 63],
  ])
})

test('a wide view shows the middle rows, with row padding', () => {
  const cut = cutToVisible(1.5)(frameOf(48, 64, 12))
  expect([cut.width, cut.height, cut.data.length]).toEqual([48, 32, 48 * 32 * 4])
  expect([firstOf(cut), lastOf(cut)]).toEqual([
    [0, 16],
    [47, 47],
  ])
})

test('a view of the same ratio shows the whole frame', () => {
  const frame = frameOf(48, 64)
  expect(cutToVisible(0.75)(frame)).toBe(frame)
})

test('only the first frame allocates', () => {
  const cut = cutToVisible(0.5)
  expect(cut(frameOf(48, 64)).data).toBe(cut(frameOf(48, 64)).data)
})
