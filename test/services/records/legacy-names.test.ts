import { migrateLegacyNames, deleteLegacyFiles } from '../../../miniprogram/services/records/legacy-names'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { getRecord, listRows, newRecord, type Row, saveRecord } from '../../../miniprogram/services/records'
import { forget } from '../../../miniprogram/services/records/store'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone()
})

/** What a version without the prefix had left on the phone. */
function keepAsBefore(records: readonly ReturnType<typeof newRecord>[]): Row[] {
  records.forEach(saveRecord)
  const rows = listRows()
  const former = [...phone.storage].map(([key, value]) => [key.replace(namespaced(''), ''), value] as const)
  phone.storage.clear()
  for (const [key, value] of former) phone.storage.set(key, value)
  forget()
  phone.reads.length = 0
  return rows
}

const RECORDS = ['a', 'b'].map((id) => ({ ...newRecord(), id, typed: { owner: '王小样' } }))

test('migrates records and settings, and reads each record once', () => {
  const rows = keepAsBefore(RECORDS)
  phone.storage.set('language', 'en').set('camera:auto', false).set('flow', 'a').set('somebody', 1)
  migrateLegacyNames()
  expect(listRows()).toEqual(rows)
  expect(phone.reads.filter((key) => key.startsWith(namespaced('license:')))).toEqual([])
  expect(getRecord('b')).toEqual(RECORDS[1])
  expect(phone.storage.get(namespaced('language'))).toBe('en')
  expect([...phone.storage.keys()].filter((key) => !key.startsWith(namespaced('')))).toEqual(['somebody'])
})

test('with full storage a record waits for the next start', () => {
  const rows = keepAsBefore(RECORDS)
  phone.isStorageFull = true
  migrateLegacyNames()
  expect(listRows()).toEqual([])
  phone.isStorageFull = false
  forget()
  migrateLegacyNames()
  expect(listRows()).toEqual(rows)
})

test('lists an unreadable record as damaged', () => {
  phone.storage.set('license:bad', {})
  const original = { ...wx }
  Object.assign(wx, {
    getStorageSync(key: string): unknown {
      if (key === 'license:bad') throw new Error('getStorageSync:fail')
      return original.getStorageSync(key)
    },
  })
  migrateLegacyNames()
  expect(listRows()).toMatchObject([{ id: 'bad', isDamaged: true }])
})

test('deletes legacy files that no record uses', async () => {
  const path = 'wxfile://former-phone/license-a.jpg'
  const names = [
    'license-a.jpg',
    'taken-b.jpg',
    'compressed-1-1.jpg',
    'export.csv',
    'other.jpg',
    namespaced('license-c.jpg'),
  ]
  for (const name of names) phone.put(`wxfile://usr/${name}`)
  saveRecord({ ...newRecord(), pictures: [{ path, type: 'photo' }] })
  await deleteLegacyFiles()
  expect([...phone.files.keys()]).toEqual(
    ['license-a.jpg', 'other.jpg', namespaced('license-c.jpg')].map((name) => `wxfile://usr/${name}`),
  )
})
