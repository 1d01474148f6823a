import { findLostPictures } from '../../../miniprogram/services/records/pictures'
import { FakePhone } from '../../wx/phone'

test('finds lost pictures by file name, in any folder', async () => {
  new FakePhone(['wxfile://usr/license-a.jpg'])
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://former/usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(true)
})

test('reports no lost pictures if files cannot be listed', async () => {
  new FakePhone()
  Object.assign(wx.getFileSystemManager(), {
    readdir: ({ fail }: { fail: (error: object) => void }) => fail({ errMsg: 'readdir:fail' }),
  })
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(false)
})
