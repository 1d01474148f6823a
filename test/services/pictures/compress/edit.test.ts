import type { Quad } from '../../../../miniprogram/image/quad'
import { compress } from '../../../../miniprogram/services/pictures/compress'
import type { Edit } from '../../../../miniprogram/services/pictures/edit'
import { poseOf, shownSize, turned } from '../../../../miniprogram/image/pose'
import { exif, jpegOf } from '../../../image/jpeg/jpegs'
import { FakePhone } from '../../../wx/phone'

const WIDE = { width: 4000, height: 3000 }
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const
const quad = (...corners: [number, number][]): Quad => corners.map(([x, y]) => ({ x, y })) as unknown as Quad
const WHOLE = quad([0, 0], [1, 0], [1, 1], [0, 1])

let phone: FakePhone

beforeEach(() => {
  phone = new FakePhone()
})

/** The canvas that a picture is drawn on, and where its px come to. */
function drawing() {
  const [canvas, ...others] = phone.canvases.filter(({ context }) => context.drawn)
  const matrix = canvas?.context.drawn
  if (!canvas || !matrix || others.length > 0) throw new Error('not drawn once')
  const [a, b, c, d, e, f] = matrix
  const place = (x: number, y: number) => ({ x: Math.round(a * x + c * y + e), y: Math.round(b * x + d * y + f) })
  return { canvas, place }
}

/** Where the first px of each orientation is to be seen, and the last one of its first row (JEITA CP-3451). */
const CORNERS = {
  1: ['left top', 'right top'],
  2: ['right top', 'left top'],
  3: ['right bottom', 'left bottom'],
  4: ['left bottom', 'right bottom'],
  5: ['left top', 'left bottom'],
  6: ['right top', 'right bottom'],
  7: ['right bottom', 'right top'],
  8: ['left bottom', 'left top'],
} as const

const nameOf = ({ x, y }: { x: number; y: number }): string =>
  `${x === 0 ? 'left' : 'right'} ${y === 0 ? 'top' : 'bottom'}`

test.each(ORIENTATIONS.slice(1))('applies EXIF orientation %d if the platform does not', async (orientation) => {
  const bytes = jpegOf({ ...WIDE, segments: [exif(orientation)] })
  await compress(phone.add(bytes, WIDE))
  const { canvas, place } = drawing()
  expect([place(0, 0), place(WIDE.width, 0)].map(nameOf)).toEqual(CORNERS[orientation])
  expect(canvas).toMatchObject(orientation >= 5 ? { width: 1650, height: 2200 } : { width: 2200, height: 1650 })
})

test.each([5, 6, 7, 8] as const)('does not apply orientation %d twice', async (orientation) => {
  const bytes = jpegOf({ ...WIDE, segments: [exif(orientation)] })
  await compress(phone.add(bytes, { width: 3000, height: 4000 }))
  const { canvas, place } = drawing()
  expect(canvas).toMatchObject({ width: 1650, height: 2200 })
  expect([place(0, 0), place(3000, 0)].map(nameOf)).toEqual(CORNERS[1])
})

test.each([2, 3, 4] as const)(
  'orientation %d, of which nothing tells whether it was applied, is loaded without EXIF',
  async (orientation) => {
    await compress(phone.add(jpegOf({ ...WIDE, segments: [exif(orientation)] }), WIDE))
    expect([drawing().place(0, 0), drawing().place(WIDE.width, 0)].map(nameOf)).toEqual(CORNERS[orientation])
    // The copy without EXIF is needed no more.
    expect(phone.kept()).toEqual([])
  },
)

test('draws a small rotated picture upright, not larger', async () => {
  const bytes = jpegOf({ width: 400, height: 300, segments: [exif(6)] })
  await compress(phone.add(bytes, { width: 400, height: 300 }))
  expect(phone.encodes).toMatchObject([{ by: 'canvas', width: 300, height: 400 }])
})

test.each([90, 180, 270] as const)('adds a turn by %d degrees to every orientation', async (turn) => {
  for (const orientation of ORIENTATIONS) {
    phone = new FakePhone()
    await compress(phone.add(jpegOf({ ...WIDE, segments: [exif(orientation)] }), WIDE), { turn })
    const { canvas, place } = drawing()
    const { width, height } = shownSize({ width: 2200, height: 1650 }, turned(poseOf(orientation), turn))
    expect(canvas).toMatchObject({ width, height })
    const clockwise = ['left top', 'right top', 'right bottom', 'left bottom']
    const upright = clockwise.indexOf(CORNERS[orientation][0])
    expect(nameOf(place(0, 0))).toBe(clockwise[(upright + turn / 90) % 4])
  }
})

test.each<[string, Edit]>([
  ['nothing', {}],
  ['no turn', { turn: 0 }],
  ['the whole picture', { quad: WHOLE }],
  ['more than the whole picture', { quad: quad([-1, -1], [2, -1], [2, 2], [-1, 2]) }],
  ['corners that cross', { quad: quad([0, 0], [1, 1], [1, 0], [0, 1]) }],
  ['the picture mirrored', { quad: quad([1, 0], [0, 0], [0, 1], [1, 1]) }],
  ['a point', { quad: quad([0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]) }],
  ['no numbers', { quad: quad([NaN, 0], [1, 0], [1, 1], [0, 1]) }],
])('%s cut out of a small JPEG leaves it as it is', async (_, edit) => {
  const path = phone.add(jpegOf({ width: 800, height: 600 }))
  expect(await compress(path, edit)).toBe(path)
})

test('draws an upright rectangle without warping it', async () => {
  const path = phone.add(jpegOf(WIDE), WIDE)
  await compress(path, { quad: quad([0.25, 0.5], [0.75, 0.5], [0.75, 1], [0.25, 1]) })
  const { canvas, place } = drawing()
  expect(canvas).toMatchObject({ width: 2000, height: 1500 })
  expect(place(1000, 1500)).toEqual({ x: 0, y: 0 })
  expect(place(3000, 3000)).toEqual({ x: 2000, y: 1500 })
  expect(phone.canvases.some(({ context }) => context.puts > 0)).toBe(false)
})

test.each([
  ['of all of 48 megapixels', { width: 8064, height: 6048 }, quad([0, 0.02], [0.99, 0], [1, 1], [0.01, 0.97])],
  ['that stands on a corner', { width: 8064, height: 6048 }, quad([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5])],
  ['of a panorama', { width: 16_000, height: 900 }, quad([0, 0.1], [1, 0], [1, 1], [0, 0.9])],
  ['that runs to a point', WIDE, quad([0.49, 0], [0.51, 0], [1, 1], [0, 1])],
])('a quad %s is made straight on canvases that old phones have', async (_, size, corners) => {
  await compress(phone.add(Buffer.from('RIFF'), size), { quad: corners })
  const [encode, ...others] = phone.encodes
  expect(others).toEqual([])
  expect(Math.max(encode?.width ?? 0, encode?.height ?? 0)).toBeLessThanOrEqual(2200)
  expect(phone.canvases.filter(({ context }) => context.puts > 0)).toHaveLength(1)
})

test('does not enlarge a small card', async () => {
  await compress(phone.add(jpegOf(WIDE), WIDE), { quad: quad([0.4, 0.41], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6]) })
  expect(phone.encodes).toMatchObject([{ width: 801, height: 600 }])
})
