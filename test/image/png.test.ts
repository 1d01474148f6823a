import sharp from 'sharp'
import { isWholePng, pictureParts, sizeOfPng } from '../../miniprogram/image/png'
import { chunk, withChunks } from './pngs'

const drawn = sharp({ create: { width: 64, height: 48, channels: 4, background: '#3060a080' } })
const clean = (png: Buffer): Buffer => Buffer.concat(pictureParts(png))

test('a PNG is whole when its chunks lead to an end', async () => {
  const png = await drawn.png().toBuffer()
  expect(isWholePng(png)).toBe(true)
  expect(sizeOfPng(png)).toEqual({ width: 64, height: 48 })
  for (const missing of [1, 12, 30]) expect(isWholePng(png.subarray(0, -missing))).toBe(false)
  expect(isWholePng(Buffer.from('a text file'))).toBe(false)
})

test.each([
  ['of colors', {}],
  ['with a palette and transparency', { palette: true }],
  ['interlaced', { progressive: true }],
])('a PNG %s keeps all its pixels', async (_, options) => {
  const png = await drawn.png(options).toBuffer()
  const pixels = (file: Buffer): Promise<Buffer> => sharp(file).raw().toBuffer()
  expect((await pixels(clean(png))).equals(await pixels(png))).toBe(true)
})

test('texts, profiles and what other programs add are left out, and nothing else', async () => {
  const png = clean(await drawn.png().toBuffer())
  const kept = [chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])), chunk('eXIf', Buffer.from('MM\0*'))]
  const left = ['iCCP', 'zTXt', 'iTXt', 'tEXt', 'prVt', 'acTL'].map((type) => chunk(type, Buffer.from('x\0\0secret')))
  expect(clean(withChunks(png, ...left, ...kept)).equals(withChunks(png, ...kept))).toBe(true)
})

test('a picture in many chunks is one piece', async () => {
  const png = await drawn.png().toBuffer()
  expect(pictureParts(withChunks(png, ...Array<Buffer>(1000).fill(chunk('IDAT', Buffer.alloc(0)))))).toHaveLength(2)
})
