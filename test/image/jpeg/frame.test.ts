import sharp from 'sharp'
import { frameOf } from '../../../miniprogram/image/jpeg/frame'
import { segmentsOf } from '../../../miniprogram/image/jpeg/segments'
import { jpegOf } from './jpegs'

const frame = (bytes: Uint8Array) => frameOf(bytes, segmentsOf(bytes) ?? [])

test.each([{ progressive: true }, { progressive: false }])('the size of a JPEG is read: %j', async (options) => {
  const bytes = await sharp('simulator/samples/van.jpg').resize(300, 200, { fit: 'fill' }).jpeg(options).toBuffer()
  expect(frame(bytes)).toEqual({ width: 300, height: 200, isCommon: true })
})

test('a gray one is as usual as one with colors', () => {
  expect(frame(jpegOf({ width: 8, height: 9, components: 1 }))).toEqual({ width: 8, height: 9, isCommon: true })
})

test.each([
  ['lossless', { frameMarker: 0xc3 }],
  ['hierarchical', { frameMarker: 0xc5 }],
  ['arithmetic', { frameMarker: 0xc9 }],
  ['CMYK', { components: 4 }],
  ['of a height that stands behind its scan', { height: 0 }],
])('one that is %s is not', (_, unusual) => {
  expect(frame(jpegOf({ width: 8, height: 9, ...unusual }))?.isCommon).toBe(false)
})

test('tables are no frame', () => {
  expect(frame(jpegOf({ width: 8, height: 9, frameMarker: 0xc4 }))).toBeUndefined()
})
