import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { inspect } from '../../recognition/inspect'
import { picture, pictureOf } from './pictures'

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof RecognitionError) return error.code
    throw error
  }
  return 'none'
}

test.each(['jpeg', 'png', 'webp'] as const)('tells a %s from its bytes, with its size', async (format) => {
  const bytes = await picture(format, 640, 480)
  expect(inspect(bytes)).toEqual({ bytes, contentType: `image/${format}`, width: 640, height: 480 })
})

test('takes any view on bytes and copies none', async () => {
  const jpeg = await picture('jpeg')
  const padded = new Uint8Array(jpeg.length + 7)
  padded.set(jpeg, 7)
  const image = inspect(padded.subarray(7))
  expect(image.bytes.equals(jpeg)).toBe(true)
  expect(image.bytes.buffer).toBe(padded.buffer)
})

test.each(['jpeg', 'png', 'webp'] as const)('refuses a %s that was cut off', async (format) => {
  const bytes = await picture(format, 640, 480)
  for (const length of [bytes.length - 13, Math.floor(bytes.length / 2), 40, 12, 3]) {
    expect(codeOf(() => inspect(bytes.subarray(0, length)))).toBe('IMAGE_UNREADABLE')
  }
})

test.each(['png', 'webp'] as const)('refuses a %s that lacks one byte', async (format) => {
  const bytes = await picture(format, 640, 480)
  expect(codeOf(() => inspect(bytes.subarray(0, -1)))).toBe('IMAGE_UNREADABLE')
})

test('gives a JPEG the end that it lacks, and says so, where its picture is whole', async () => {
  const bytes = await picture('jpeg', 640, 480)
  const image = inspect(bytes.subarray(0, -2))
  expect(image).toEqual({ bytes, contentType: 'image/jpeg', width: 640, height: 480, warnings: ['UNENDED'] })
  expect(codeOf(() => inspect(bytes.subarray(0, -3)))).toBe('IMAGE_UNREADABLE')
})

test('cuts out what stands between the segments of a JPEG', async () => {
  const bytes = await picture('jpeg', 640, 480)
  const end = 4 + bytes.readUInt16BE(4)
  const padded = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(2), bytes.subarray(end)])
  expect(inspect(padded)).toEqual({ bytes, contentType: 'image/jpeg', width: 640, height: 480 })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('not a picture, whatever its name says')],
  ['zeros', Buffer.alloc(5000)],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>')],
])('refuses %s', (_, bytes) => {
  expect(codeOf(() => inspect(bytes))).toBe('IMAGE_UNREADABLE')
})

test('refuses types that no engine takes, and those an engine does not accept', async () => {
  expect(codeOf(() => inspect(Buffer.from('GIF89a')))).toBe('IMAGE_UNREADABLE')
  const gif = await picture('gif')
  expect(codeOf(() => inspect(gif))).toBe('IMAGE_UNREADABLE')
  const webp = await picture('webp')
  expect(codeOf(() => inspect(webp, { accept: ['image/jpeg', 'image/png'] }))).toBe('IMAGE_UNREADABLE')
})

test('bounds the bytes: 2 MB unless told otherwise', async () => {
  expect(codeOf(() => inspect(Buffer.alloc(2_000_001)))).toBe('IMAGE_TOO_LARGE')
  expect(inspect(await pictureOf(2_000_000)).bytes).toHaveLength(2_000_000)
  const large = await pictureOf(3_000_000)
  expect(inspect(large, { maxBytes: 3_000_000 }).width).toBe(400)
  expect(codeOf(() => inspect(large, { maxBytes: 2_999_999 }))).toBe('IMAGE_TOO_LARGE')
})

test('refuses a picture under 100 px on a side', async () => {
  const [narrow, flat, least] = await Promise.all([
    picture('jpeg', 99, 300),
    picture('png', 300, 99),
    picture('jpeg', 100, 100),
  ])
  expect(codeOf(() => inspect(narrow))).toBe('IMAGE_TOO_SMALL')
  expect(codeOf(() => inspect(flat))).toBe('IMAGE_TOO_SMALL')
  expect(inspect(least)).toMatchObject({ width: 100, height: 100 })
})

test('refuses what declares more pixels than a decoder should be given', async () => {
  const png = await picture('png')
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  expect(codeOf(() => inspect(png))).toBe('IMAGE_UNREADABLE')
  png.writeUInt32BE(12_000, 16)
  png.writeUInt32BE(9_000, 20)
  expect(inspect(png)).toMatchObject({ width: 12_000, height: 9_000 })
  png.writeUInt32BE(20_001, 16)
  png.writeUInt32BE(100, 20)
  expect(codeOf(() => inspect(png))).toBe('IMAGE_UNREADABLE')
})
