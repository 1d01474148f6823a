import { readFileSync } from 'node:fs'
import sharp, { type JpegOptions } from 'sharp'
import { openJpeg, repaired } from '../../../miniprogram/image/jpeg/open'
import { segment } from './jpegs'

const jpeg = readFileSync('simulator/samples/van.jpg')

/** Opened, and made what every decoder takes. */
function tidy(bytes: Uint8Array): Buffer {
  const opened = openJpeg(bytes)
  if (!opened) throw new Error('half a JPEG')
  return Buffer.from(repaired(bytes, opened))
}

test('a JPEG is whole, and stays the very same bytes', () => {
  const opened = openJpeg(jpeg)
  expect(opened).toMatchObject({ width: 1176, height: 840, isEnded: true })
  expect(opened && repaired(jpeg, opened)).toBe(jpeg)
})

test('a motion photo, with a film behind the picture, is whole', () => {
  expect(openJpeg(Buffer.concat([jpeg, Buffer.alloc(100_000, 0x41)]))).toMatchObject({ isEnded: true })
})

test.each([0, 2, 20, 1000, jpeg.length / 2, jpeg.length - 30])('one cut off after %d bytes is not', (length) => {
  expect(openJpeg(jpeg.subarray(0, length))).toBeUndefined()
})

test('other files are not', () => {
  expect(openJpeg(Buffer.from('a text file'))).toBeUndefined()
  expect(openJpeg(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBeUndefined()
})

describe('without its end-of-image marker', () => {
  const encodings: [string, JpegOptions][] = [
    ['4:2:0', { chromaSubsampling: '4:2:0' }],
    ['4:4:4', { chromaSubsampling: '4:4:4' }],
    ['with tables of its own', { optimizeCoding: true, quality: 40 }],
    ['of a quality of 100', { quality: 100 }],
  ]

  test.each(encodings)('a picture %s is whole to the last of its codes, and not a byte before', async (_, options) => {
    const whole = await sharp(jpeg).resize(701).jpeg(options).toBuffer()
    const unended = whole.subarray(0, -2)
    expect(openJpeg(unended)).toMatchObject({ isEnded: false })
    expect(tidy(unended).equals(whole)).toBe(true)
    for (const missing of [1, 2, 10, 1000]) expect(openJpeg(unended.subarray(0, -missing))).toBeUndefined()
  })

  test('a gray picture is whole', async () => {
    const gray = await sharp(jpeg).resize(333).toColourspace('b-w').jpeg().toBuffer()
    expect(openJpeg(gray.subarray(0, -2))).toMatchObject({ isEnded: false })
    expect(openJpeg(gray.subarray(0, -4))).toBeUndefined()
  })

  test('of a progressive picture it cannot be told', async () => {
    const progressive = await sharp(jpeg).jpeg({ progressive: true }).toBuffer()
    expect(openJpeg(progressive)).toMatchObject({ isEnded: true })
    expect(openJpeg(progressive.subarray(0, -2))).toBeUndefined()
  })
})

describe('between segments', () => {
  const first = 4 + jpeg.readUInt16BE(4)
  const withBetween = (bytes: readonly number[]): Buffer =>
    Buffer.concat([jpeg.subarray(0, first), Buffer.from(bytes), jpeg.subarray(first)])

  test.each([
    ['zeros', [0, 0]],
    ['fill bytes', [0xff, 0xff, 0xff]],
    ['anything that is no marker', [1, 2, 0xff, 0, 3]],
  ])('%s are passed over, and cut out', (_, bytes) => {
    expect(openJpeg(withBetween(bytes))).toMatchObject({ width: 1176, isEnded: true })
    expect(tidy(withBetween(bytes)).equals(jpeg)).toBe(true)
  })

  test('a walk over hundreds of thousands of segments is not made', () => {
    const comments = Buffer.concat(Array<Buffer>(480_000).fill(segment(0xfe, [])))
    expect(openJpeg(withBetween([...comments.subarray(0, 4_000)]))).toMatchObject({ isEnded: true })
    expect(openJpeg(Buffer.concat([jpeg.subarray(0, first), comments, jpeg.subarray(first)]))).toBeUndefined()
  })
})
