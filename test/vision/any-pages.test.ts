import { createGuide, findCards, type Frame, type Guidance, type Thumbnail } from '../../miniprogram/vision'
import { draw, GOOD } from './draw'

const ONE = draw({ card: GOOD })
const STACKED = draw({ card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 })
const BESIDE = draw({ card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 })
const UPSIDE_DOWN = draw({ card: { ...GOOD, degrees: 180 } })

/** The guidance for each frame, 100 ms apart. */
function watch(frames: readonly Frame[], previous?: Thumbnail) {
  const guide = createGuide({ pages: 'any', ...(previous && { previous }) })
  const all: Guidance[] = frames.map((frame, i) => ({ ...guide.analyze(frame, i * 100) }))
  return { all, last: all.at(-1), thumbnail: guide.thumbnail() }
}
const times = (count: number, frame: Frame): Frame[] => Array.from({ length: count }, () => frame)

test.each<[string, Frame, 1 | 2]>([
  ['one page', ONE, 1],
  ['both, one above the other', STACKED, 2],
  ['both, side by side', BESIDE, 2],
])('%s: counted right, with a countdown', (_, frame, pages) => {
  expect(watch(times(20, frame)).last).toMatchObject({ pages, hint: undefined, countdown: 1 })
})

test('both pages are never shot as one', () => {
  const { all } = watch(times(20, STACKED))
  expect(all.filter(({ pages, countdown }) => pages === 1 && countdown === 1)).toEqual([])
})

test('a second page next to the first restarts the countdown', () => {
  const { all } = watch([...times(9, ONE), ...times(20, STACKED)])
  const change = all.findIndex(({ pages }) => pages === 2)
  expect(all[change]?.countdown).toBeLessThan(0.2)
  expect(all.at(-1)).toMatchObject({ pages: 2, countdown: 1 })
})

test('one page is counted again after the other is taken away', () => {
  expect(watch([...times(10, STACKED), ...times(20, ONE)]).last).toMatchObject({ pages: 1, countdown: 1 })
})

test('a page taken before has no countdown, even held differently; another page does', () => {
  const { thumbnail } = watch(times(3, ONE))
  const held = draw({ card: { ...GOOD, x: 250, y: 300, degrees: 3 }, light: 0.9 })
  const { all } = watch(times(30, held), thumbnail)
  expect(all.every(({ isPrevious, countdown }) => isPrevious && countdown === 0)).toBe(true)
  expect(watch(times(20, UPSIDE_DOWN), thumbnail).last).toMatchObject({ isPrevious: false, countdown: 1 })
})

describe('the automatic crop', () => {
  test.each<[string, Frame, 1 | 2]>([
    ['a page', ONE, 1],
    ['both pages', STACKED, 2],
  ])('%s is found, with a margin', (_, frame, pages) => {
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
  ])('%s is not cropped', (_, frame) => {
    expect(findCards(frame)).toBeUndefined()
  })
})
