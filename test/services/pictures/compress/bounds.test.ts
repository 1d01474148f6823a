import { readFileSync } from 'node:fs'
import { compress } from '../../../../miniprogram/services/pictures/compress'
import { segmentsOf } from '../../../../miniprogram/image/jpeg/segments'
import { MAX_PICKED_BYTES, MAX_SENT_BYTES } from '../../../../miniprogram/image/limits'
import {
  FIRST_FULL_SIZE,
  FIRST_SHRUNK,
  MAX_FULL_SIZE_PIXELS,
  MAX_LONG_SIDE,
} from '../../../../miniprogram/image/jpeg-encoding'
import { COMMENT, exif, jpegOf, segment } from '../../../image/jpeg/jpegs'
import { chunk, emptyPng, PNG_HEADER_END } from '../../../image/pngs'
import { type Encode, FakePhone } from '../../../wx/phone'

let phone: FakePhone

beforeEach(() => {
  phone = new FakePhone()
})

const bytesOf = (path: string): Buffer => Buffer.from(phone.files.get(path) ?? [])
const markersOf = (bytes: Uint8Array): number[] => (segmentsOf(bytes) ?? []).map(({ marker }) => marker)

describe('rejects what cannot be sent', () => {
  test.each([
    ['half a JPEG', jpegOf({ width: 4000, height: 3000, bytes: 5000 }).subarray(0, 4000)],
    ['a JPEG without a frame', jpegOf({ width: 40, height: 30, frameMarker: 0xc4 })],
    [
      'a JPEG whose EXIF is longer than the file',
      jpegOf({ width: 40, height: 30, segments: [exif(1)] }).subarray(0, 20),
    ],
    ['half a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['a text', Buffer.from('这是一个文本文件')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused, and nothing is encoded', async (_, bytes) => {
    await expect(compress(phone.add(bytes))).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
    expect(phone.encodes).toEqual([])
  })

  test('rejects a missing file', async () => {
    await expect(compress('wxfile://tmp_gone')).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
  })
})

/** As the camera of iOS gives it. */
const pngOf = (bytes: number): Buffer => {
  const start = emptyPng(3024, 4032).subarray(0, PNG_HEADER_END)
  return Buffer.concat([start, chunk('IDAT', Buffer.alloc(bytes, 7)), chunk('IEND', Buffer.alloc(0))])
}

test.each([28 * 2 ** 20, MAX_PICKED_BYTES])(
  'a shot of the app’s own is usable, whatever its bytes: %d',
  async (bytes) => {
    const shot = phone.add(pngOf(bytes), { width: 3024, height: 4032 })
    expect(bytesOf(await compress(shot)).length).toBeLessThan(MAX_SENT_BYTES)
    expect(phone.encodes).toMatchObject([{ by: 'canvas', width: (MAX_LONG_SIDE * 3) / 4, height: MAX_LONG_SIDE }])
  },
)

test('adds a missing end marker to a complete JPEG, with a warning', async () => {
  const whole = readFileSync('simulator/samples/van.jpg')
  const told: string[] = []
  const watch = { onWarning: (warning: string) => told.push(warning) }
  const sent = await compress(phone.add(whole.subarray(0, -2)), {}, watch)
  expect(markersOf(bytesOf(sent)).length).toBeGreaterThan(0)
  expect(bytesOf(sent).subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  expect(told).toEqual(['UNENDED'])
  await compress(phone.add(whole), {}, watch)
  expect(told).toEqual(['UNENDED'])
  await expect(compress(phone.add(whole.subarray(0, -30)))).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
})

describe('an upright JPEG within the limits', () => {
  test('is sent unchanged if it has no metadata', async () => {
    const path = phone.add(jpegOf({ width: MAX_LONG_SIDE, height: 1000, bytes: MAX_SENT_BYTES - 1 }))
    expect(await compress(path)).toBe(path)
    expect(phone.encodes).toEqual([])
  })

  test('loses its metadata without being encoded again', async () => {
    const segments = [exif(1), segment(0xe2, Buffer.from('ICC_PROFILE')), COMMENT]
    const path = phone.add(jpegOf({ width: 800, height: 600, segments }))
    expect(bytesOf(await compress(path))).toEqual(jpegOf({ width: 800, height: 600 }))
    expect(phone.encodes).toEqual([])
  })

  test('may have a video of 3 MB appended', async () => {
    const trailer = Buffer.alloc(3_000_000, 0x42)
    const path = phone.add(jpegOf({ width: 800, height: 600, trailer }))
    expect(bytesOf(await compress(path))).toEqual(jpegOf({ width: 800, height: 600 }))
    expect(phone.encodes).toEqual([])
  })

  test.each([
    [
      'a byte too many',
      { width: 1200, height: 900, bytes: MAX_SENT_BYTES },
      { width: 1200, height: 900, quality: FIRST_FULL_SIZE.quality },
    ],
    [
      'a px too many',
      { width: MAX_FULL_SIZE_PIXELS / 1600 + 1, height: 1600 },
      { width: MAX_LONG_SIDE, height: 1407, quality: FIRST_SHRUNK.quality },
    ],
  ])('with %s it is encoded once', async (_, drawing, encode) => {
    await compress(phone.add(jpegOf(drawing)))
    expect(phone.encodes).toEqual([{ by: 'compressImage', ...encode }])
  })

  test.each([{ frameMarker: 0xc9 }, { components: 4 }])(
    'is encoded again if few decoders support it: %j',
    async (unusual) => {
      const path = phone.add(jpegOf({ width: 800, height: 600, ...unusual }), { width: 800, height: 600 })
      await compress(path)
      expect(phone.encodes).toEqual([{ by: 'canvas', width: 800, height: 600, quality: FIRST_FULL_SIZE.quality }])
    },
  )
})

test.each([
  [
    '48 megapixels',
    { width: 8064, height: 6048 },
    { width: MAX_LONG_SIDE, height: (MAX_LONG_SIDE * 3) / 4 },
    FIRST_SHRUNK,
  ],
  ['a screenshot', { width: 1170, height: 2532 }, { width: 1170, height: 2532 }, FIRST_FULL_SIZE],
  ['a panorama', { width: 16_000, height: 160 }, { width: MAX_LONG_SIDE, height: MAX_LONG_SIDE / 100 }, FIRST_SHRUNK],
])(
  '%s in another format is drawn on a canvas that is no larger than what is sent',
  async (_, loaded, size, { quality }) => {
    await compress(phone.add(Buffer.from('RIFF, WEBP'), loaded))
    expect(phone.encodes).toEqual([{ by: 'canvas', ...size, quality }])
    const drawn = phone.canvases.filter(({ context }) => context.drawn)
    expect(drawn).toMatchObject([size])
  },
)

describe('output of unreliable encoders', () => {
  const TYPES = ['JPEG', 'PNG'] as const
  const large = (type: (typeof TYPES)[number]): string =>
    type === 'JPEG'
      ? phone.add(jpegOf({ width: 4000, height: 3000 }), { width: 4000, height: 3000 })
      : phone.add(Buffer.from('RIFF'), { width: 4000, height: 3000 })
  const noise = ({ width, height, quality }: Encode): Uint8Array =>
    jpegOf({ width, height, bytes: Math.round(width * height * 3 * quality) })
  const heedless = ({ width, height }: Encode): Uint8Array =>
    jpegOf({ width, height, bytes: width > 1500 ? 2_500_000 : 900_000 })

  test.each(
    TYPES.flatMap(
      (type) =>
        [
          [type, 'noise', noise],
          [type, 'of one size', heedless],
        ] as const,
    ),
  )('a %s that it makes %s fits after at most three encodes', async (type, _, encoder) => {
    phone.encoder = encoder
    expect(bytesOf(await compress(large(type))).length).toBeLessThan(MAX_SENT_BYTES)
    expect(phone.encodes.length).toBeGreaterThan(1)
    expect(phone.encodes.length).toBeLessThanOrEqual(3)
  })

  test('gives up after three attempts', async () => {
    phone.encoder = ({ width, height }) => jpegOf({ width, height, bytes: 3_000_000 })
    await expect(compress(large('JPEG'))).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
    expect(phone.encodes).toHaveLength(3)
  })

  test('removes metadata that the encoder adds or keeps', async () => {
    phone.encoder = ({ width, height }) => jpegOf({ width, height, segments: [exif(1), COMMENT] })
    const sent = bytesOf(await compress(large('JPEG')))
    expect(markersOf(sent)).toEqual([0xc0, 0xda])
  })

  test.each([
    ['leaves the size as it is', () => jpegOf({ width: 4000, height: 3000 })],
    ['keeps an orientation', ({ width, height }: Encode) => jpegOf({ width, height, segments: [exif(6)] })],
    ['makes a PNG', () => Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['fails', () => undefined],
  ])('where the platform’s own %s, a canvas is drawn', async (_, own) => {
    phone.encoder = (encode) => (encode.by === 'canvas' ? noise(encode) : own(encode))
    const sent = bytesOf(await compress(large('JPEG')))
    expect(sent.length).toBeLessThan(MAX_SENT_BYTES)
    expect(phone.encodes.map(({ by }) => by)).toEqual(['compressImage', 'canvas', 'canvas'])
  })

  test('rejects a canvas saved at a multiple of its size', async () => {
    phone.encoder = ({ width, height }) => jpegOf({ width: width * 3, height: height * 3 })
    await expect(compress(large('PNG'))).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
  })
})

test('full storage is reported and leaves no files', async () => {
  phone.room = 0
  const path = phone.add(jpegOf({ width: 800, height: 600, segments: [exif(1)] }))
  await expect(compress(path)).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  expect(phone.kept()).toEqual([])
})
