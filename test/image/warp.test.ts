import type { Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import { type Pixels, warp } from '../../miniprogram/image/warp'

function pixels(width: number, height: number, color: (at: Point) => readonly [number, number, number]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...color({ x, y }), 255], (y * width + x) * 4)
  }
  return { data, width, height }
}

const blank = (width: number, height: number): Pixels => pixels(width, height, () => [0, 0, 0])

const colorAt = ({ data, width }: Pixels, x: number, y: number): number[] => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
]

test('the whole picture at its own size stays as it is', () => {
  const from = pixels(20, 10, ({ x, y }) => [x * 10, y * 20, 7])
  const to = blank(20, 10)
  warp(
    from,
    [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 10 },
      { x: 0, y: 10 },
    ],
    to,
  )
  expect(to.data).toEqual(from.data)
})

/** A card in perspective: what stands on it tells where on the card it is, in a checkerboard of 8 x 6. */
const CARD: Quad = [
  { x: 60, y: 50 },
  { x: 340, y: 80 },
  { x: 320, y: 270 },
  { x: 30, y: 240 },
]

/** Where on the card a px of the picture lies, by the cross ratio of the diagonals: halves are found by intersection. */
function intersect(a: Point, b: Point, c: Point, d: Point): Point {
  const whole = (a.x - b.x) * (c.y - d.y) - (a.y - b.y) * (c.x - d.x)
  const [ab, cd] = [a.x * b.y - a.y * b.x, c.x * d.y - c.y * d.x]
  return { x: (ab * (c.x - d.x) - (a.x - b.x) * cd) / whole, y: (ab * (c.y - d.y) - (a.y - b.y) * cd) / whole }
}

test('the corners come to the corners, and what the diagonals cross in comes to the middle', () => {
  const middle = intersect(CARD[0], CARD[2], CARD[1], CARD[3])
  const marks = [...CARD, middle]
  const from = pixels(400, 300, ({ x, y }) => {
    const place = marks.findIndex((mark) => Math.hypot(mark.x - x - 0.5, mark.y - y - 0.5) < 6)
    return place < 0 ? [200, 200, 200] : [place * 40, 255, 0]
  })
  const to = blank(280, 190)
  warp(from, CARD, to)
  const places = [[1, 1], [278, 1], [278, 188], [1, 188], [140, 95]] as const // prettier-ignore
  expect(places.map(([x, y]) => colorAt(to, x, y))).toEqual(marks.map((_, place) => [place * 40, 255, 0, 255]))
})

test('beyond the border stands what stands at it, and every px is filled', () => {
  const from = pixels(10, 10, () => [10, 20, 30])
  const to = blank(30, 30)
  warp(
    from,
    [
      { x: -5, y: -5 },
      { x: 15, y: -5 },
      { x: 15, y: 15 },
      { x: -5, y: 15 },
    ],
    to,
  )
  expect(to.data).toEqual(pixels(30, 30, () => [10, 20, 30]).data)
})

test('one px is enough to start from', () => {
  const to = blank(3, 2)
  warp(
    pixels(1, 1, () => [9, 8, 7]),
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ],
    to,
  )
  expect(to.data).toEqual(pixels(3, 2, () => [9, 8, 7]).data)
})
