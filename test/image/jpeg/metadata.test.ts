import sharp from 'sharp'
import { withoutMetadata } from '../../../miniprogram/image/jpeg/metadata'
import { segmentsOf } from '../../../miniprogram/image/jpeg/segments'
import { COMMENT, exif, jpegOf, segment } from './jpegs'

const SAMPLE = 'simulator/samples/van.jpg'

function clean(bytes: Uint8Array): Buffer {
  const segments = segmentsOf(bytes)
  if (!segments) throw new Error('half a JPEG')
  return Buffer.from(withoutMetadata(bytes, segments))
}

const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer()

const exifOfPhone = {
  IFD0: { Make: 'Sample', Model: 'Phone 1', DateTime: '2026:11:22 10:00:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
}

test.each([
  ['baseline', { progressive: false }],
  ['progressive, with many scans', { progressive: true }],
])('a %s JPEG loses all its metadata and not one pixel', async (_, options) => {
  const photo = await sharp(SAMPLE).withExif(exifOfPhone).jpeg(options).toBuffer()
  const cut = clean(photo)
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  expect((await sharp(cut).metadata()).exif).toBeUndefined()
  expect(['Phone 1', '2026:11', 'Exif'].filter((word) => cut.includes(word))).toEqual([])
  expect((await pixels(cut)).equals(await pixels(photo))).toBe(true)
  expect(clean(cut)).toEqual(cut)
})

test('a color profile goes', async () => {
  const cut = clean(await sharp(SAMPLE).withIccProfile('p3').jpeg().toBuffer())
  expect((await sharp(cut).metadata()).icc).toBeUndefined()
})

test('every kind of application data goes, comments go, and so does what is behind the end', () => {
  const everything = Array.from({ length: 16 }, (_, kind) => segment(0xe0 + kind, Buffer.from('secret')))
  const picture = jpegOf({ width: 40, height: 30 })
  const loaded = jpegOf({
    width: 40,
    height: 30,
    segments: [exif(1), ...everything, COMMENT],
    trailer: Buffer.from('a film'),
  })
  expect(clean(loaded)).toEqual(picture)
})

test('a comment between two scans goes, and the scans stay', () => {
  const scan = Buffer.concat([segment(0xda, [1, 1, 0, 0, 63, 0]), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3])])
  const plain = jpegOf({ width: 40, height: 30 })
  const end = plain.subarray(-2)
  const two = (between: Buffer) => Buffer.concat([plain.subarray(0, -2), between, scan, end])
  expect(clean(two(COMMENT))).toEqual(two(Buffer.alloc(0)))
})

test('how colors are stored stays, but not the small copy of the picture beside it', () => {
  const jfif = [...Buffer.from('JFIF\0', 'latin1'), 1, 2, 1, 0, 72, 0, 72]
  const adobe = [...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, 1]
  const loaded = jpegOf({
    width: 40,
    height: 30,
    segments: [segment(0xe0, [...jfif, 2, 1, 9, 9, 9, 8, 8, 8]), segment(0xee, [...adobe, ...Buffer.from('secret')])],
  })
  const kept = [segment(0xe0, [...jfif, 0, 0]), segment(0xee, adobe)]
  expect(clean(loaded)).toEqual(jpegOf({ width: 40, height: 30, segments: kept }))
})

test('a CMYK picture keeps its colors', async () => {
  const cmyk = await sharp(SAMPLE).toColourspace('cmyk').jpeg().toBuffer()
  const back = (bytes: Buffer): Promise<Buffer> => sharp(bytes).toColourspace('srgb').resize(64).raw().toBuffer()
  expect((await sharp(clean(cmyk)).metadata()).space).toBe('cmyk')
  const [before, after] = [await back(cmyk), await back(clean(cmyk))]
  const off = before.reduce((most, value, place) => Math.max(most, Math.abs(value - (after[place] ?? 0))), 0)
  // Without its profile it is shown with another one; inverted it would be off by 255.
  expect(off).toBeLessThan(120)
})

test('a JPEG that has none of it stays as it is', () => {
  const bytes = jpegOf({ width: 40, height: 30 })
  const segments = segmentsOf(bytes)
  expect(segments && withoutMetadata(bytes, segments)).toBe(bytes)
})
