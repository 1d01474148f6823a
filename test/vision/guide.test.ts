import { createGuide, type Frame, type Guide, type Hint } from '../../miniprogram/vision'
import { draw, type Drawing, GOOD } from './draw'

const STEP_MS = 100

/** The hint after 1.5 s of the same frame. */
function hintOf(drawing: Drawing, pages: 1 | 2 = 1): Hint | undefined {
  const guide = createGuide({ pages })
  const frame = draw(drawing)
  for (let i = 0; i < 15; i++) guide.analyze(frame, i * STEP_MS)
  return guide.analyze(frame, 15 * STEP_MS).hint
}

/** Shows each scene for a number of frames, and collects the hints as they change. */
function show(guide: Guide, scenes: readonly (readonly [count: number, frames: readonly Frame[]])[]) {
  const hints: (Hint | undefined)[] = []
  const countdowns: number[] = []
  let timeMs = 0
  for (const [count, frames] of scenes) {
    for (let i = 0; i < count; i++) {
      const frame = frames[i % frames.length]
      if (frame === undefined) continue
      const { hint, countdown } = guide.analyze(frame, (timeMs += STEP_MS))
      if (hints.length === 0 || hints.at(-1) !== hint) hints.push(hint)
      countdowns.push(countdown)
    }
  }
  return { hints, countdowns }
}

describe('a single issue', () => {
  test.each<[Hint | undefined, string, Drawing]>([
    [undefined, 'a card that fills the frame', { card: GOOD }],
    [undefined, 'a card turned by 90 degrees', { card: { ...GOOD, width: 420, degrees: 90 } }],
    [undefined, 'a card turned a little', { card: { ...GOOD, degrees: 4 } }],
    [undefined, 'a small frame', { width: 288, height: 352, card: { x: 144, y: 180, width: 220 } }],
    [undefined, 'a large frame', { width: 720, height: 1280, card: { x: 360, y: 640, width: 540 } }],
    [undefined, 'a landscape frame', { width: 640, height: 480, card: { x: 320, y: 240, width: 420 } }],
    ['NOT_FOUND', 'a bare desk', {}],
    ['TOO_DARK', 'hardly any light', { card: GOOD, light: 0.2 }],
    ['TOO_DARK', 'no light at all', { light: 0 }],
    ['TOO_FAR', 'a card far away', { card: { ...GOOD, width: 170 } }],
    ['CUT_OFF', 'a card beyond the right border', { card: { ...GOOD, x: 380 } }],
    ['CUT_OFF', 'a card beyond the lower border', { card: { ...GOOD, y: 590 } }],
    ['TILTED', 'a card turned', { card: { ...GOOD, degrees: 20 } }],
    ['TILTED', 'a card turned the other way', { card: { ...GOOD, degrees: -20 } }],
    ['TILTED', 'a card seen from the side', { card: GOOD, shape: 88 / 60 / 0.82 }],
    ['GLARE', 'a spot of light', { card: GOOD, glare: { across: 0.6, down: 0.5, radius: 0.1 } }],
    ['BLURRED', 'a camera out of focus', { card: GOOD, blurPx: 9 }],
  ])('%s: %s', (hint, _, drawing) => {
    expect(hintOf(drawing)).toBe(hint)
  })

  test('MOVING: a shaking hand', () => {
    const frames = [0, 12, 24, 12].map((x) => draw({ card: { ...GOOD, x: 230 + x } }))
    expect(show(createGuide({ pages: 1 }), [[12, frames]]).hints).toEqual(['NOT_FOUND', 'MOVING'])
  })

  test('a slightly unsteady hand does not count as moving', () => {
    const frames = [0, 1, 2, 1].map((x) => draw({ card: { ...GOOD, x: 240 + x } }))
    expect(show(createGuide({ pages: 1 }), [[12, frames]]).hints).toEqual(['NOT_FOUND', undefined])
  })

  test('a change of light does not count as moving', () => {
    const frames = [0.8, 0.85, 0.9, 0.95].map((light) => draw({ card: GOOD, light }))
    expect(show(createGuide({ pages: 1 }), [[12, frames]]).hints).toEqual(['NOT_FOUND', undefined])
  })
})

describe('both pages', () => {
  test('are found above each other', () => {
    expect(hintOf({ card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 }, 2)).toBeUndefined()
  })

  test('are found side by side', () => {
    expect(hintOf({ card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 }, 2)).toBeUndefined()
  })
})

describe('the card', () => {
  test('is where it was drawn, in px of the frame', () => {
    const { card } = createGuide({ pages: 1 }).analyze(draw({ card: GOOD }), 0)
    const height = (GOOD.width * 60) / 88
    const expected = [
      [60, 320 - height / 2],
      [420, 320 - height / 2],
      [420, 320 + height / 2],
      [60, 320 + height / 2],
    ]
    expect(card).toBeDefined()
    card?.forEach(({ x, y }, i) => {
      expect(Math.abs(x - (expected[i]?.[0] ?? NaN))).toBeLessThan(10)
      expect(Math.abs(y - (expected[i]?.[1] ?? NaN))).toBeLessThan(10)
    })
  })

  test('is not there on a bare desk', () => {
    expect(createGuide({ pages: 1 }).analyze(draw(), 0).card).toBeUndefined()
  })
})

describe('over time', () => {
  const desk = draw()
  const far = draw({ card: { ...GOOD, width: 170 } })
  const good = draw({ card: GOOD })
  const blurred = draw({ card: GOOD, blurPx: 9 })

  test('a card that appears, blurs and steadies gets its hints in that order, then a countdown', () => {
    const { hints, countdowns } = show(createGuide({ pages: 1 }), [
      [8, [desk]],
      [8, [far]],
      [8, [blurred]],
      [20, [good]],
    ])
    expect(hints.filter((hint) => hint !== 'MOVING')).toEqual(['NOT_FOUND', 'TOO_FAR', 'BLURRED', undefined])
    expect(countdowns.slice(0, 24).every((countdown) => countdown === 0)).toBe(true)
    expect(countdowns.at(-1)).toBe(1)
    const rising = countdowns.slice(24)
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(rising.some((countdown) => countdown > 0 && countdown < 1)).toBe(true)
  })

  test('a single bad frame changes no hint, but restarts the countdown', () => {
    const { hints, countdowns } = show(createGuide({ pages: 1 }), [
      [10, [good]],
      [1, [blurred]],
      [3, [good]],
    ])
    expect(hints).toEqual(['NOT_FOUND', undefined])
    expect(countdowns[9]).toBeGreaterThan(0)
    expect(countdowns[10]).toBe(0)
  })

  test('an issue in every other frame does not flicker', () => {
    const { hints } = show(createGuide({ pages: 1 }), [
      [10, [good]],
      [30, [good, blurred]],
    ])
    expect(hints.length).toBeLessThanOrEqual(3)
  })

  test('a reset guide starts over', () => {
    const guide = createGuide({ pages: 1 })
    show(guide, [[20, [good]]])
    guide.reset()
    expect(guide.analyze(good, 0)).toMatchObject({ hint: 'NOT_FOUND', countdown: 0 })
  })
})
