import { createGuide, type Frame } from '../../miniprogram/vision'
import { draw, GOOD } from './draw'

const filled = (width: number, height: number, value: number): Frame => ({
  data: new Uint8Array(width * height * 4).fill(value),
  width,
  height,
})

function noise(width: number, height: number): Frame {
  const data = new Uint8Array(width * height * 4)
  let state = 1
  for (let i = 0; i < data.length; i++) {
    state = (state * 16807) % 0x7fffffff
    data[i] = state >> 12
  }
  return { data, width, height }
}

function enlarge({ data, width, height }: Frame, times: number): Frame {
  const from = new Uint32Array(data.buffer)
  const enlarged = new Uint32Array(width * height * times * times)
  for (let y = 0, to = 0; y < height * times; y++) {
    const row = ((y / times) | 0) * width
    for (let x = 0; x < width * times; x++) enlarged[to++] = from[row + ((x / times) | 0)] ?? 0
  }
  return { data: new Uint8Array(enlarged.buffer), width: width * times, height: height * times }
}

const UNREADABLE: readonly [string, Frame][] = [
  ['no data', { data: new Uint8Array(0), width: 480, height: 640 }],
  ['a byte too few', { data: new Uint8Array(480 * 640 * 4 - 1), width: 480, height: 640 }],
  ['no width', { data: new Uint8Array(16), width: 0, height: 2 }],
  ['a height below 0', { data: new Uint8Array(16), width: 2, height: -2 }],
  ['a width that is no number', { data: new Uint8Array(16), width: NaN, height: 2 }],
  ['half a pixel', { data: new Uint8Array(16), width: 1.5, height: 2 }],
  ['no end', { data: new Uint8Array(16), width: Infinity, height: 1 }],
]

const WITHOUT_CARD: readonly [string, Frame][] = [
  ['one pixel', filled(1, 1, 200)],
  ['a line', filled(640, 1, 200)],
  ['a column', filled(1, 640, 200)],
  ['all white', filled(480, 640, 255)],
  ['all gray', filled(480, 640, 128)],
  ['a long ribbon', filled(20_000, 30, 180)],
]

const TEXTURES: readonly [string, Frame][] = [
  ['noise', noise(480, 640)],
  ['noise in a small frame', noise(31, 57)],
  ['gravel', enlarge(noise(48, 64), 10)],
  ['pebbles', enlarge(noise(24, 32), 20)],
]

test.each([...UNREADABLE, ...WITHOUT_CARD])('%s: no card', (_, frame) => {
  const guide = createGuide({ pages: 1 })
  for (let i = 0; i < 10; i++) {
    expect(guide.analyze(frame, i * 100)).toMatchObject({ hint: 'NOT_FOUND', countdown: 0, card: undefined })
  }
})

test.each(TEXTURES)('%s is never shot', (_, frame) => {
  const guide = createGuide({ pages: 1 })
  for (let i = 0; i < 20; i++) {
    const { hint, countdown } = guide.analyze(frame, i * 100)
    expect(hint).toBeDefined()
    expect(countdown).toBe(0)
  }
})

test('a black frame is too dark', () => {
  const guide = createGuide({ pages: 2 })
  for (let i = 0; i < 10; i++) guide.analyze(filled(480, 640, 0), i * 100)
  expect(guide.analyze(filled(480, 640, 0), 1000)).toMatchObject({ hint: 'TOO_DARK', countdown: 0 })
})

test('a frame of 12 megapixels gives the same card', () => {
  const [small, large] = [draw({ card: GOOD }), enlarge(draw({ card: GOOD }), 6)].map(
    (frame) => createGuide({ pages: 1 }).analyze(frame, 0).card,
  )
  expect(small).toBeDefined()
  small?.forEach(({ x, y }, i) => {
    expect(Math.abs(x - (large?.[i]?.x ?? NaN) / 6)).toBeLessThan(4)
    expect(Math.abs(y - (large?.[i]?.y ?? NaN) / 6)).toBeLessThan(4)
  })
})

test('rows may be padded', () => {
  const [plain, padded] = [draw({ card: GOOD }), draw({ card: GOOD, padding: 52 })].map(
    (frame) => createGuide({ pages: 1 }).analyze(frame, 0).card,
  )
  expect(plain).toBeDefined()
  expect(padded).toEqual(plain)
})

test('a frame of another size gives the same card as a new guide', () => {
  const sizes = [
    { card: GOOD },
    { width: 288, height: 352, card: { x: 144, y: 180, width: 220 } },
    { width: 720, height: 1280, card: { x: 360, y: 640, width: 540 } },
    { width: 640, height: 480, card: { x: 320, y: 240, width: 420 } },
  ]
  const guide = createGuide({ pages: 1 })
  for (const [i, drawing] of [...sizes, ...sizes].entries()) {
    const frame = draw(drawing)
    const alone = structuredClone(createGuide({ pages: 1 }).analyze(frame, 0).card)
    expect(guide.analyze(frame, i * 100).card).toEqual(alone)
  }
})

describe('an unreliable clock', () => {
  const good = draw({ card: GOOD })

  test.each<[string, (i: number) => number]>([
    ['is no number', () => NaN],
    ['stands still', () => 5000],
    ['runs backwards', (i) => 10_000 - i * 100],
    ['has no end', () => Infinity],
  ])('%s: no countdown', (_, clock) => {
    const guide = createGuide({ pages: 1 })
    for (let i = 0; i < 30; i++) expect(guide.analyze(good, clock(i)).countdown).toBe(0)
  })

  test('recovers: the countdown runs', () => {
    const guide = createGuide({ pages: 1 })
    for (const timeMs of [0, NaN, 100, -Infinity]) guide.analyze(good, timeMs)
    let countdown = 0
    for (let i = 2; i < 25; i++) ({ countdown } = guide.analyze(good, i * 100))
    expect(countdown).toBe(1)
  })

  test('jumps by an hour: this does not finish the countdown', () => {
    const guide = createGuide({ pages: 1 })
    guide.analyze(good, 0)
    expect(guide.analyze(good, 3_600_000)).toMatchObject({ hint: 'NOT_FOUND', countdown: 0 })
  })
})

test('the result is allocated once', () => {
  const guide = createGuide({ pages: 1 })
  const frame = draw({ card: GOOD })
  const first = guide.analyze(frame, 0)
  const { card } = first
  for (let i = 1; i < 10; i++) {
    const next = guide.analyze(frame, i * 100)
    expect(next).toBe(first)
    expect(next.card).toBe(card)
  }
})
