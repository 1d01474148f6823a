import { baseOf, clamped, followed, type Stage, zoomOn } from '../../miniprogram/components/card-view/zoom'

/** A card of 88 × 60 on a phone 375 px wide. */
const STAGE: Stage = { box: { width: 375, height: 140 }, ratio: 88 / 60 }
const { width, height } = baseOf(STAGE)

test('centers a field, as large as fits', () => {
  const area = { x: 0.2, y: 0.5, width: 0.3, height: 0.06 }
  const { scale, x, y } = zoomOn(area, STAGE)
  expect(area.width * width * scale).toBeLessThanOrEqual(STAGE.box.width)
  expect(area.width * width * scale).toBeGreaterThan(STAGE.box.width * 0.8)
  expect(x + (area.x + area.width / 2) * width * scale).toBeCloseTo(STAGE.box.width / 2)
  expect(y + (area.y + area.height / 2) * height * scale).toBeCloseTo(STAGE.box.height / 2)
})

test('leaves no gap beside a field at the edge', () => {
  const { scale, x, y } = zoomOn({ x: 0, y: 0, width: 0.3, height: 0.06 }, STAGE)
  expect({ x, y }).toEqual({ x: 0, y: 0 })
  expect(scale).toBeGreaterThan(2)
})

test('zooms out to the whole card, centered', () => {
  const { scale, x, y } = clamped({ scale: 0.1, x: 99, y: 99 }, STAGE)
  expect(height * scale).toBeCloseTo(STAGE.box.height)
  expect(x).toBeCloseTo((STAGE.box.width - width * scale) / 2)
  expect(y).toBeCloseTo(0)
})

test('the card follows a finger', () => {
  const zoom = zoomOn({ x: 0.4, y: 0.4, width: 0.2, height: 0.1 }, STAGE)
  const moved = followed(zoom, [{ x: 100, y: 70 }], [{ x: 130, y: 60 }], STAGE)
  expect(moved).toEqual({ scale: zoom.scale, x: zoom.x + 30, y: zoom.y - 10 })
})

test('a pinch zooms around its center', () => {
  const zoom = { scale: 2, x: -200, y: -150 }
  const [from, to] = [
    [
      { x: 160, y: 70 },
      { x: 200, y: 70 },
    ],
    [
      { x: 150, y: 70 },
      { x: 210, y: 70 },
    ],
  ]
  const pinched = followed(zoom, from, to, STAGE)
  expect(pinched.scale).toBeCloseTo(3)
  expect((180 - pinched.x) / pinched.scale).toBeCloseTo((180 - zoom.x) / zoom.scale)
})
