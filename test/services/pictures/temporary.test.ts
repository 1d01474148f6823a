import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { exif, jpegOf } from '../../image/jpeg/jpegs'
import { FakePhone } from '../../wx/phone'

test('deletes only files of previous starts', async () => {
  jest.resetModules()
  const { compress } = await import('../../../miniprogram/services/pictures/compress')
  const phone = new FakePhone()
  for (const name of [namespaced('compressed-1-1.jpg'), namespaced('license-1.jpg'), 'compressed-1-1.jpg'])
    phone.files.set(`wxfile://usr/${name}`, new Uint8Array(1))
  const picture = (): string => phone.add(jpegOf({ width: 80, height: 60, segments: [exif(1)] }))
  const names = (await Promise.all([compress(picture()), compress(picture())])).map((path) => path.split('/').at(-1))
  expect(new Set(names).size).toBe(2)
  expect(phone.kept().sort()).toEqual([...names, namespaced('license-1.jpg'), 'compressed-1-1.jpg'].sort())
})

test('a failure does not affect the picture and is retried', async () => {
  jest.resetModules()
  const { compress } = await import('../../../miniprogram/services/pictures/compress')
  const phone = new FakePhone()
  phone.files.set(`wxfile://usr/${namespaced('compressed-1-1.jpg')}`, new Uint8Array(1))
  phone.failing.add('readdir')
  const picture = (): string => phone.add(jpegOf({ width: 80, height: 60, segments: [exif(1)] }))
  const first = await compress(picture())
  expect(phone.kept()).toContain(namespaced('compressed-1-1.jpg'))
  phone.failing.clear()
  const second = await compress(picture())
  expect(phone.kept().map((name) => `wxfile://usr/${name}`)).toEqual([first, second])
})
