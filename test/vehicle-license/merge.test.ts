import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { merge, type PictureContent, type PictureReading } from '../../miniprogram/vehicle-license/merge'
import type { Recognition } from '../../miniprogram/vehicle-license/recognition'

const MAIN: VehicleLicense = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LSVAM4187C2184847' }
const DUPLICATE: VehicleLicense = { plateNumB: '粤B5K7T9', record: '440300123456', totalQuality: '1995kg' }

const read = (license: VehicleLicense, page?: PictureContent, warnings?: Recognition['warnings']): PictureReading => ({
  ...(page && { page }),
  recognition: { license, cards: {}, ...(warnings && { warnings }) },
})

test('two pages make one license, in either order', () => {
  const whole = { ...MAIN, ...DUPLICATE }
  expect(merge([read(MAIN, 'main'), read(DUPLICATE, 'duplicate')])).toMatchObject({
    license: whole,
    warnings: [],
    doubts: {},
  })
  expect(merge([read(DUPLICATE), read(MAIN)]).license).toEqual(whole)
})

test('one picture stands as it was read, none is an empty license', () => {
  expect(merge([read(MAIN, 'both')]).license).toEqual(MAIN)
  expect(merge([])).toEqual({ license: {}, sources: {}, warnings: [], doubts: {} })
})

test('a page is taken from where most of it was read, not from the edge of the other picture', () => {
  const edge: VehicleLicense = { ...MAIN, totalQuality: '19' }
  expect(merge([read(edge, 'main'), read(DUPLICATE, 'duplicate')]).license.totalQuality).toBe('1995kg')
})

test('pages taken the wrong way round are told by what was read in them', () => {
  const wrong = merge([read(DUPLICATE, 'main'), read({ ...MAIN, totalQuality: '1' }, 'duplicate')])
  expect(wrong.license).toEqual({ ...MAIN, ...DUPLICATE })
})

test('between equals, the picture decides that was taken of the page', () => {
  const blurred = { owner: '王小羊' }
  const sharp = { owner: '王小样' }
  expect(merge([read(blurred, 'duplicate'), read(sharp, 'main')]).license.owner).toBe('王小样')
})

test('what the better picture lacks is filled in from the other', () => {
  const { license } = merge([read({ ...DUPLICATE, engineNum: 'A12B345' }, 'duplicate'), read(MAIN, 'main')])
  expect(license).toMatchObject({ vin: MAIN.vin, engineNum: 'A12B345' })
})

test('a plate number that differs is a doubt, with what the other picture says; the same one is none', () => {
  const main = read(MAIN, 'main')
  const other = merge([main, read({ ...DUPLICATE, plateNum: '粤B12345' }, 'duplicate')])
  expect(other.license.plateNum).toBe('粤B5K7T9')
  expect(other.doubts).toEqual({ plateNum: { zh: '另一张照片上是 粤B12345', en: 'The other picture says 粤B12345' } })
  expect(merge([main, read({ ...DUPLICATE, plateNum: '粤B5K7T9' }, 'duplicate')]).doubts).toEqual({})
})

test('what was wrong with a file is told with what is wrong with its picture', () => {
  const reading: PictureReading = { ...read({ vin: 'V' }, 'main', ['GLARE']), warnings: ['UNENDED'] }
  expect(merge([reading]).warnings).toEqual(['UNENDED', 'GLARE'])
})

test('warnings of both are told once each, in their order', () => {
  const readings = [read(MAIN, 'main', ['TOO_DARK', 'BLURRED']), read(DUPLICATE, 'duplicate', ['BLURRED', 'GLARE'])]
  expect(merge(readings).warnings).toEqual(['BLURRED', 'GLARE', 'TOO_DARK'])
})

test('each value is known by the picture that it was taken from', () => {
  const { sources } = merge([
    read(DUPLICATE),
    read({ owner: '王小样', vin: 'LSVAM4187C2184847' }),
    read({ plateNum: '粤B5K7T9' }),
  ])
  expect(sources).toMatchObject({ plateNum: 2, owner: 1, totalQuality: 0 })
})
