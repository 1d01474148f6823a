import { findLostPictures } from '../../../miniprogram/services/records/pictures'
import { useFakePhone } from '../phone'

test('finds lost pictures by file name, in any folder', async () => {
  useFakePhone(['wxfile://usr/license-a.jpg'])
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://former/usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(true)
})

test('reports no lost pictures if files cannot be listed', async () => {
  useFakePhone([])
  Object.assign(wx.getFileSystemManager(), {
    readdir: ({ fail }: { fail: (error: object) => void }) => fail({ errMsg: 'readdir:fail' }),
  })
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(false)
})
