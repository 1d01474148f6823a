import { findLostPictures } from '../../../miniprogram/services/records/pictures'
import { useFakePhone } from '../phone'

test('a picture is gone where no file of its name stays, wherever it lay', async () => {
  useFakePhone(['wxfile://usr/license-a.jpg'])
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://former/usr/license-a.jpg')).toBe(false)
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(true)
})

test('a phone that does not list its files has lost none', async () => {
  useFakePhone([])
  Object.assign(wx.getFileSystemManager(), {
    readdir: ({ fail }: { fail: (error: object) => void }) => fail({ errMsg: 'readdir:fail' }),
  })
  const isLost = await findLostPictures()
  expect(isLost('wxfile://usr/license-b.jpg')).toBe(false)
})
