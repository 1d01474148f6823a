import { createGuide, findCards, type Frame, type Guidance, type Likeness } from '../../miniprogram/vision'
import { draw, GOOD } from './draw'

const ONE = draw({ card: GOOD })
const STACKED = draw({ card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 })
const BESIDE = draw({ card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 })
const UPSIDE_DOWN = draw({ card: { ...GOOD, degrees: 180 } })

/** Everything that was told while frames were looked at, 100 ms each. */
function watch(frames: readonly Frame[], former?: Likeness) {
  const guide = createGuide({ pages: 'any', ...(former && { former }) })
  const told: Guidance[] = frames.map((frame, i) => ({ ...guide.look(frame, i * 100) }))
  return { told, last: told.at(-1), likeness: guide.likeness() }
}
const times = (count: number, frame: Frame): Frame[] => Array.from({ length: count }, () => frame)

test.each<[string, Frame, 1 | 2]>([
  ['one page', ONE, 1],
  ['both, one above the other', STACKED, 2],
  ['both, side by side', BESIDE, 2],
])('%s is told as what it is, and counted down to', (_, frame, pages) => {
  expect(watch(times(20, frame)).last).toMatchObject({ pages, hint: undefined, countdown: 1 })
})

test('both pages are never taken as one before they are told', () => {
  const { told } = watch(times(20, STACKED))
  expect(told.filter(({ pages, countdown }) => pages === 1 && countdown === 1)).toEqual([])
})

test('a second page that is laid beside the first starts the countdown anew', () => {
  const { told } = watch([...times(9, ONE), ...times(20, STACKED)])
  const turned = told.findIndex(({ pages }) => pages === 2)
  expect(told[turned]?.countdown).toBeLessThan(0.2)
  expect(told.at(-1)).toMatchObject({ pages: 2, countdown: 1 })
})

test('when one of the two is taken away, one is told again', () => {
  expect(watch([...times(10, STACKED), ...times(20, ONE)]).last).toMatchObject({ pages: 1, countdown: 1 })
})

test('the page that is taken already is not taken once more, however it is held; another one is', () => {
  const { likeness } = watch(times(3, ONE))
  const held = draw({ card: { ...GOOD, x: 250, y: 300, degrees: 3 }, light: 0.9 })
  const { told } = watch(times(30, held), likeness)
  expect(told.every(({ isFormer, countdown }) => isFormer && countdown === 0)).toBe(true)
  expect(watch(times(20, UPSIDE_DOWN), likeness).last).toMatchObject({ isFormer: false, countdown: 1 })
})

describe('what is cut out with nobody looking', () => {
  test.each<[string, Frame, 1 | 2]>([
    ['a page', ONE, 1],
    ['both pages', STACKED, 2],
  ])('%s, with a margin around it', (_, frame, pages) => {
    const found = findCards(frame)
    const [width, height] = pages === 1 ? [360, 360 / (88 / 60)] : [340, 340 / (88 / 124)]
    expect(found?.pages).toBe(pages)
    const [leftTop, , rightBottom] = found?.quad ?? []
    expect((leftTop?.x ?? 0) * 480).toBeLessThan(240 - width / 2)
    expect((leftTop?.y ?? 0) * 640).toBeLessThan(320 - height / 2)
    expect((rightBottom?.x ?? 0) * 480).toBeGreaterThan(240 + width / 2)
    expect((rightBottom?.y ?? 0) * 640).toBeGreaterThan(320 + height / 2)
    expect((leftTop?.x ?? 0) * 480).toBeGreaterThan(240 - 0.6 * width)
  })

  test.each<[string, Frame]>([
    ['a bare desk', draw()],
    ['a page that is cut off', draw({ card: { ...GOOD, x: 380 } })],
  ])('%s is left whole', (_, frame) => {
    expect(findCards(frame)).toBeUndefined()
  })
})
