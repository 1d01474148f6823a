import sharp from 'sharp'
import { orientationOf } from '../../../miniprogram/image/jpeg/orientation'
import { segmentsOf } from '../../../miniprogram/image/jpeg/segments'
import { exif, jpegOf, segment } from './jpegs'

const orientation = (bytes: Uint8Array): number => orientationOf(bytes, segmentsOf(bytes) ?? [])
const withSegments = (...segments: Buffer[]): Buffer => jpegOf({ width: 4, height: 3, segments })

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %d is read in both byte orders', (value) => {
  expect(orientation(withSegments(exif(value)))).toBe(value)
  expect(orientation(withSegments(exif(value, true)))).toBe(value)
})

test('it is read from what a camera writes', async () => {
  expect(orientation(await sharp('simulator/samples/van.jpg').withMetadata({ orientation: 6 }).toBuffer())).toBe(6)
})

test.each([0, 9, 65535])('an orientation of %d, which there is not, is upright', (value) => {
  expect(orientation(withSegments(exif(value)))).toBe(1)
})

test('no EXIF is upright, and XMP is none', () => {
  expect(orientation(withSegments())).toBe(1)
  expect(orientation(withSegments(segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/'))))).toBe(1)
})

/** EXIF with one byte changed. */
function patched(at: number, bytes: readonly number[]): Buffer {
  const broken = Buffer.from(exif(6))
  broken.set(bytes, at)
  return withSegments(broken)
}

test.each([
  ['points behind its end', patched(14, [0xff, 0xff, 0xff, 0xff])],
  ['has more entries than bytes', patched(18, [0xff, 0xff, 0x02])],
  ['ends within its first word', withSegments(segment(0xe1, Buffer.from('Exif\0\0M', 'latin1')))],
  ['is empty', withSegments(segment(0xe1, Buffer.from('Exif\0\0', 'latin1')))],
  ['is not even named whole', withSegments(segment(0xe1, Buffer.from('Exi', 'latin1')))],
])('EXIF that %s is upright', (_, bytes) => {
  expect(orientation(bytes)).toBe(1)
})
