import { createGuide, type Hint } from '../../miniprogram/vision'
import { draw, type Drawing, GOOD, PAPER } from './draw'

const HEIGHT = (GOOD.width * 60) / 88
const TOP = GOOD.y - HEIGHT / 2

/** As bright as the paper: no edge is visible, only the text shows where the card is. */
const white = (): number => PAPER

function hintOf(drawing: Drawing): Hint | undefined {
  const guide = createGuide({ pages: 1 })
  const frame = draw(drawing)
  for (let i = 0; i < 15; i++) guide.analyze(frame, i * 100)
  return guide.analyze(frame, 1500).hint
}

function expectCard(drawing: Drawing, tolerancePx: number): void {
  const { card } = createGuide({ pages: 1 }).analyze(draw(drawing), 0)
  const [left, right] = [GOOD.x - GOOD.width / 2, GOOD.x + GOOD.width / 2]
  const expected = [left, TOP, right, TOP, right, TOP + HEIGHT, left, TOP + HEIGHT]
  expect(card).toBeDefined()
  card
    ?.flatMap(({ x, y }) => [x, y])
    .forEach((value, i) => {
      expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(tolerancePx)
    })
}

describe('a desk as bright as the paper', () => {
  test.each<[Hint | undefined, string, Drawing]>([
    [undefined, 'a card that fills the frame', { card: GOOD }],
    ['NOT_FOUND', 'the desk alone', {}],
    ['TOO_FAR', 'a card far away', { card: { ...GOOD, width: 170 } }],
    ['TILTED', 'a card turned', { card: { ...GOOD, degrees: 20 } }],
    ['CUT_OFF', 'a card beyond the left border', { card: { ...GOOD, x: 110 } }],
    ['GLARE', 'a spot of light', { card: GOOD, glare: { across: 0.5, down: 0.5, radius: 0.12 } }],
  ])('%s: %s', (hint, _, drawing) => {
    expect(hintOf({ ...drawing, desk: white })).toBe(hint)
  })

  test('the card is found by its text', () => {
    expectCard({ card: GOOD, desk: white }, 0.1 * GOOD.width)
  })
})
