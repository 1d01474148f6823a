import { hasLicenseShape, suggestType, type Thumbnail } from '../../miniprogram/vehicle-license/suggest-type'

/** A picture made small, of the gray that `luminance` gives for each place. */
function thumbnail(width: number, height: number, luminance: (x: number, y: number) => number): Thumbnail {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++)
    data.fill(luminance(pixel % width, Math.floor(pixel / width)), pixel * 4, pixel * 4 + 3)
  return { data, width, height }
}

const PAPER = 238
const TABLE = 120

/** Paper with dark print in the middle. */
const page = (x: number, y: number): number => (x > 20 && x < 40 && y > 20 && y < 40 ? 40 : PAPER)

test.each([
  ['one page', 88, 60],
  ['one page, held upright', 60, 88],
  ['both pages stacked', 88, 120],
  ['one page with a narrow border', 90, 62],
  ['both pages side by side', 176, 60],
])('flat paper to every edge in the shape of %s is a scan', (_, width, height) => {
  expect(suggestType(thumbnail(width, height, page))).toBe('scan')
})

test('the same paper in another shape is a photo', () => {
  expect(suggestType(thumbnail(90, 90, page))).toBe('photo')
  expect(suggestType(thumbnail(160, 90, page))).toBe('photo')
})

test.each([
  ['4:3', 4000, 3000],
  ['3:2', 6000, 4000],
  ['16:9', 1920, 1080],
])('what a camera takes at %s has not the shape of a license', (_, width, height) => {
  expect(hasLicenseShape({ width, height })).toBe(false)
  expect(hasLicenseShape({ width: height, height: width })).toBe(false)
})

test('a license on a table is a photo, also where the table shows at one edge only', () => {
  const onTable = (x: number, y: number): number => (Math.min(x, y) < 4 || x > 83 || y > 55 ? TABLE : PAPER)
  expect(suggestType(thumbnail(88, 60, onTable))).toBe('photo')
  expect(suggestType(thumbnail(88, 60, (_, y) => (y > 57 ? TABLE : PAPER)))).toBe('photo')
})

test('paper that the light falls off on is a photo', () => {
  expect(suggestType(thumbnail(88, 60, (x) => 195 + (x / 88) * 60))).toBe('photo')
})

test('corners that are cut round, and a stain at the edge, do not count', () => {
  const corners = (x: number, y: number): number => (Math.min(x, 87 - x) + Math.min(y, 59 - y) < 2 ? TABLE : PAPER)
  expect(suggestType(thumbnail(88, 60, corners))).toBe('scan')
})

test('a picture without pixels is no scan', () => {
  expect(hasLicenseShape({ width: 0, height: 0 })).toBe(false)
  expect(suggestType({ data: new Uint8Array(), width: 0, height: 60 })).toBe('photo')
})
