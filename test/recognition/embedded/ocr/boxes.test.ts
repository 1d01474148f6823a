import { connectedComponents } from '../../../../recognition/engines/embedded/ocr/connected-components'
import { heightOf, widthOf } from '../../../../miniprogram/image/quad'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { boxesOf } from '../../../../recognition/engines/embedded/ocr/detect'
import { cornersOf, minAreaRectangle } from '../../../../recognition/engines/embedded/ocr/rotated-rectangle'

/** Each digit is a value: 9 is 0.9. */
function mapOf(rows: readonly string[]) {
  const width = rows[0]?.length ?? 0
  return { data: Float32Array.from(rows.join(''), (digit) => Number(digit) / 10), width, height: rows.length }
}

test('pixels that touch at a corner are one component, scored by their mean', () => {
  const components = connectedComponents(mapOf(['9900', '0070', '0000', '0005']), 0.3)
  expect(components.map(({ pixels }) => pixels)).toEqual([3, 1])
  expect(components[0]?.score).toBeCloseTo(2.5 / 3)
  expect(boundsOf(components[0]?.outline ?? [])).toEqual({ left: 0, top: 0, right: 3, bottom: 2 })
})

test.each([0, 20, 45, 70, 120])('the minimum-area rectangle of one at %d° is itself', (degrees) => {
  const angle = (degrees * Math.PI) / 180
  const corners = cornersOf({ center: { x: 100, y: 80 }, width: 60, height: 12, angle })
  const found = minAreaRectangle([...corners, { x: 100, y: 80 }])
  expect([found.width, found.height].sort((a, b) => a - b)).toEqual([expect.closeTo(12), expect.closeTo(60)])
  expect(found.center.x).toBeCloseTo(100)
  expect(found.center.y).toBeCloseTo(80)
})

test('a line of text is unclipped; specks and faint areas have no box', () => {
  const row = (from: number, to: number, digit: string): string =>
    Array.from({ length: 40 }, (_, x) => (x >= from && x < to ? digit : '0')).join('')
  const empty = row(0, 0, '0')
  const line = Array.from({ length: 4 }, () => row(10, 30, '9'))
  const faint = Array.from({ length: 4 }, () => row(5, 35, '4'))
  const speck = row(2, 4, '9')
  const boxes = boxesOf(mapOf([empty, speck, empty, ...line, empty, ...faint, empty]))
  expect(boxes).toHaveLength(1)
  const [box] = boxes
  if (!box) throw new Error('no box')
  // Area × ratio / half the perimeter, in each direction.
  expect([widthOf(box), heightOf(box)].sort((a, b) => a - b)).toEqual([
    expect.closeTo(4 + (1.6 * 80) / 24),
    expect.closeTo(20 + (1.6 * 80) / 24),
  ])
})
