import { type Homography, project } from '../../../../miniprogram/image/homography'
import { register } from '../../../../recognition/engines/embedded/license/registration'

const FORM = [
  { x: 4, y: 13 },
  { x: 43, y: 13 },
  { x: 4, y: 26 },
  { x: 28, y: 39 },
  { x: 58, y: 52 },
]
/** 12 px a mm, turned a little, 10 % lower than wide. */
const TRUE: Homography = [12, -0.8, 200, 0.7, 10.8, 90, 0, 0, 1]
const anchors = FORM.map((form) => ({ form, found: project(TRUE, form) }))

function offAt(toView: Homography, x: number, y: number): number {
  const [was, is] = [project(TRUE, { x, y }), project(toView, { x, y })]
  return Math.hypot(is.x - was.x, is.y - was.y) / 12
}

test('a page is found where its labels are, to about two mm', () => {
  const { toView, off } = register(anchors)
  for (const [x, y] of [
    [0, 0],
    [88, 0],
    [0, 60],
    [88, 60],
  ] as const) {
    expect(offAt(toView, x, y)).toBeLessThan(2.5)
  }
  expect(Math.max(...off)).toBeLessThan(1)
})

test('one that contradicts the others is passed over, and told', () => {
  const [first, ...rest] = anchors
  if (!first) throw new Error('no anchor')
  const stray = { form: first.form, found: { x: first.found.x + 60, y: first.found.y - 220 } }
  const { toView, off } = register([stray, ...rest])
  expect(offAt(toView, 44, 30)).toBeLessThan(2)
  expect(off[0]).toBeGreaterThan(10)
})

test('two points are enough for a page that is not slanted', () => {
  const level: Homography = [10, 0, 50, 0, 10, 70, 0, 0, 1]
  const two = FORM.slice(0, 2).map((form) => ({ form, found: project(level, form) }))
  const { x, y } = project(register(two).toView, { x: 88, y: 60 })
  expect(x).toBeCloseTo(930, 0)
  expect(y).toBeCloseTo(670, 0)
})
