import { scale } from '../../../../miniprogram/image/homography'
import { scaling } from '../../../../recognition/engines/embedded/pixels/affine'
import { darkness } from '../../../../recognition/engines/embedded/pixels/darkness'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'

const SIDE = 120
const WORD = { left: 10, top: 10, right: 40, bottom: 30 }
const PLACE = { left: 50, top: 10, right: 110, bottom: 30 }

/** A word, and a bar beside it; luminances 0..1. */
function draw(paper: number, ink: number): Picture {
  const isInk = (x: number, y: number): boolean =>
    (x >= 15 && x < 35 && y >= 15 && y < 25) || (x >= 60 && x < 70 && y >= 19 && y < 22)
  const at = (i: number): number => (isInk(i % SIDE, Math.floor(i / SIDE)) ? ink : paper)
  const data = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, i) => Math.round(255 * at(Math.floor(i / 3))))
  return { data, width: SIDE, height: SIDE, toSent: scaling(1, 1) }
}

/** Darkness of the bar and of the paper beside it. */
function measure(paper: number, ink: number): number[] | undefined {
  const map = darkness(draw(paper, ink), PLACE, WORD, scale(1), 1)
  return map && [map.data[10 * map.width + 15] ?? NaN, map.data[10 * map.width + 40] ?? NaN]
}

test('ink is dark and paper is not', () => {
  expect(measure(0.9, 0.2)).toEqual([expect.closeTo(1), expect.closeTo(0)])
})

test('dark pictures need less contrast than bright ones', () => {
  expect(measure(0.3, 0.22)).toEqual([expect.closeTo(1), expect.closeTo(0)])
  expect(measure(0.9, 0.82)).toBeUndefined()
})

test('noise in a very dark picture is not print', () => {
  expect(measure(0.06, 0.03)).toBeUndefined()
})

test('light print counts as ink on dark paper only', () => {
  expect(measure(0.1, 0.9)).toEqual([expect.closeTo(1), expect.closeTo(0)])
  expect(measure(0.45, 0.9)).toEqual([expect.closeTo(1), expect.closeTo(0)])
  expect(measure(0.55, 0.9)).toBeUndefined()
})

test('dark print on dark paper is ink; print that is hardly lighter is not', () => {
  expect(measure(0.45, 0.2)).toEqual([expect.closeTo(1), expect.closeTo(0)])
  expect(measure(0.1, 0.13)).toBeUndefined()
})
