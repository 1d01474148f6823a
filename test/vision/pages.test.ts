import { createGuide, type Frame } from '../../miniprogram/vision'
import { draw, type Drawing, GOOD, PAPER } from './draw'

function show(frame: Frame) {
  const guide = createGuide({ pages: 2 })
  let countdown = 0
  for (let i = 0; i < 25; i++) countdown = Math.max(countdown, guide.look(frame, i * 100).countdown)
  return { hint: guide.look(frame, 2500).hint, countdown }
}

describe('with both pages asked for', () => {
  test.each<[string, Drawing]>([
    ['one page', { card: GOOD }],
    ['one page that lies across', { card: { ...GOOD, width: 420, degrees: 90 } }],
    ['one page the other way round', { card: { ...GOOD, width: 420, degrees: -90 } }],
    ['one page on a desk as light as the paper', { card: GOOD, desk: () => PAPER }],
    ['a part of one page', { card: { x: 240, y: 60, width: 420 } }],
  ])('%s is never taken', (_, drawing) => {
    const { hint, countdown } = show(draw(drawing))
    expect(hint).toBeDefined()
    expect(countdown).toBe(0)
  })

  test.each<[string, Drawing]>([
    ['both, one above the other', { card: { x: 240, y: 320, width: 340 }, shape: 88 / 124 }],
    ['both, side by side', { card: { x: 240, y: 320, width: 440 }, shape: 180 / 60 }],
  ])('%s are taken', (_, drawing) => {
    expect(show(draw(drawing))).toEqual({ hint: undefined, countdown: 1 })
  })
})
