import type { Quad } from '../../miniprogram/image/quad'
import { areaIn, shareIn } from '../../miniprogram/image/straighten'
import { warp } from '../../miniprogram/image/warp'

/** A card seen from the side. px */
const CARD: Quad = [
  { x: 100, y: 50 },
  { x: 500, y: 90 },
  { x: 470, y: 330 },
  { x: 120, y: 300 },
]

test('the corners of a quad are those of what it encloses', () => {
  const shares = CARD.map((corner) => shareIn(CARD, corner))
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
  shares.forEach(({ x, y }, i) => {
    expect(x).toBeCloseTo(corners[i]?.[0] ?? NaN)
    expect(y).toBeCloseTo(corners[i]?.[1] ?? NaN)
  })
})

test('a dot of the picture is found where the straightened card shows it', () => {
  const from = { width: 600, height: 400, data: new Uint8ClampedArray(600 * 400 * 4) }
  const dot = { x: 300, y: 200 }
  for (let y = dot.y - 3; y <= dot.y + 3; y++)
    for (let x = dot.x - 3; x <= dot.x + 3; x++) from.data[(y * from.width + x) * 4] = 255
  const to = { width: 352, height: 240, data: new Uint8ClampedArray(352 * 240 * 4) }
  warp(from, CARD, to)
  const { x, y } = shareIn(CARD, { x: dot.x + 0.5, y: dot.y + 0.5 })
  const red = to.data[(Math.floor(y * to.height) * to.width + Math.floor(x * to.width)) * 4]
  expect(red).toBeGreaterThan(200)
})

test('a box that sticks out is cut at the edge of the card', () => {
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 50 },
    { x: 0, y: 50 },
  ]
  const box: Quad = [
    { x: 80, y: 10 },
    { x: 120, y: 10 },
    { x: 120, y: 20 },
    { x: 80, y: 20 },
  ]
  const area = areaIn(whole, box)
  expect(area.x).toBeCloseTo(0.8)
  expect(area.y).toBeCloseTo(0.2)
  expect(area.width).toBeCloseTo(0.2)
  expect(area.height).toBeCloseTo(0.2)
})
