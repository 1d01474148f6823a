import { WHOLE } from '../../../miniprogram/image/quad'
import { drag, type Dragging, drop, grab, reset, startDragging, undo } from '../../../miniprogram/image/crop/dragging'

const SIZE = { width: 300, height: 200 }
const REACH_PX = 40

/** A finger that comes down near the left top corner, moves and lifts. */
const moved = (state: Dragging, x: number, y: number): Dragging =>
  drop(drag(grab(state, { x: 0.01, y: 0.02 }, SIZE, REACH_PX), { x: x + 0.01, y: y + 0.02 }))

test('a corner follows the finger by as much as that moves, from wherever it was taken', () => {
  const { quad, past } = moved(startDragging(WHOLE), 0.2, 0.1)
  expect(quad[0].x).toBeCloseTo(0.2)
  expect(quad[0].y).toBeCloseTo(0.1)
  expect(past).toEqual([WHOLE])
})

test('a finger far from every corner takes none, and moves nothing', () => {
  const state = grab(startDragging(WHOLE), { x: 0.5, y: 0.5 }, SIZE, REACH_PX)
  expect(state.held).toBeUndefined()
  expect(drag(state, { x: 0.7, y: 0.7 }).quad).toBe(WHOLE)
})

test('a touch alone is no step', () => {
  const touched = drop(grab(startDragging(WHOLE), { x: 0, y: 0 }, SIZE, REACH_PX))
  expect(touched).toEqual(startDragging(WHOLE))
})

test('steps are taken back one by one, a reset among them', () => {
  const once = moved(startDragging(WHOLE), 0.1, 0.1)
  const twice = { ...once, ...drop(drag(grab(once, once.quad[0], SIZE, REACH_PX), { x: 0.2, y: 0.2 })) }
  const whole = reset(twice)
  expect(whole.quad).toBe(WHOLE)
  expect(undo(whole).quad).toEqual(twice.quad)
  expect(undo(undo(whole)).quad).toEqual(once.quad)
  expect(undo(undo(undo(whole)))).toEqual(startDragging(WHOLE))
  expect(undo(startDragging(once.quad)).quad).toBe(once.quad)
})
