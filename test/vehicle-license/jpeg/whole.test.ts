import { readFileSync } from 'node:fs'
import { isWholeJpeg } from '../../../miniprogram/vehicle-license/jpeg/whole'

const jpeg = readFileSync('simulator/samples/van.jpg')

test('a JPEG is whole', () => {
  expect(isWholeJpeg(jpeg)).toBe(true)
})

test('a motion photo, with a film behind the picture, is whole', () => {
  expect(isWholeJpeg(Buffer.concat([jpeg, Buffer.alloc(100_000, 0x41)]))).toBe(true)
})

test.each([0, 2, 20, 1000, jpeg.length / 2, jpeg.length - 2])('one cut off after %d bytes is not', (length) => {
  expect(isWholeJpeg(jpeg.subarray(0, length))).toBe(false)
})

test('other files are not', () => {
  expect(isWholeJpeg(Buffer.from('a text file'))).toBe(false)
  expect(isWholeJpeg(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe(false)
})
