import {
  confirmRecord,
  getRecord,
  isUnsaved,
  listRows,
  newRecord,
  saveRecord,
  setPictures,
} from '../../../miniprogram/services/records'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { makeRoom, removable } from '../../../miniprogram/pages/room/room'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone(['tmp'])
})

const TYPED = { owner: '王小样' }

test('the largest and least needed records come first', async () => {
  saveRecord({ ...newRecord(), id: 'unfinished', typed: TYPED })
  await setPictures({ ...newRecord(), id: 'shot' }, [{ path: 'tmp', type: 'photo' }])
  confirmRecord({ ...newRecord(), id: 'values', typed: TYPED })
  confirmRecord(await setPictures({ ...newRecord(), id: 'pictures', typed: TYPED }, [{ path: 'tmp', type: 'photo' }]))
  expect(removable(listRows()).map(({ id }) => id)).toEqual(['pictures', 'values', 'shot', 'unfinished'])
})

test('failed writes are retried once there is room', async () => {
  const old = confirmRecord(await setPictures({ ...newRecord(), typed: TYPED }, [{ path: 'tmp', type: 'photo' }]))
  phone.isStorageFull = true
  const record = { ...newRecord(), typed: TYPED }
  expect(() => saveRecord(record)).toThrow()
  const remove = wx.removeStorageSync.bind(wx)
  Object.assign(wx, {
    removeStorageSync(key: string) {
      remove(key)
      phone.isStorageFull = false
    },
  })
  expect(await makeRoom(listRows().filter(({ id }) => id === old.id))).toBe(true)
  expect(isUnsaved()).toBe(false)
  expect(phone.storage.get(namespaced(`license:${record.id}`))).toEqual(record)
  expect(getRecord(old.id)).toBeUndefined()
  expect([...phone.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))).toEqual([])
})
