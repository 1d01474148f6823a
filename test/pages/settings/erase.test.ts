import { chosenLanguage, chooseLanguage } from '../../../miniprogram/services/settings/language'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { newRecord, saveRecord } from '../../../miniprogram/services/records'
import { eraseAll } from '../../../miniprogram/pages/settings/erase'
import { listRows } from '../../../miniprogram/services/records/lists'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone(['wxfile://tmp_b.jpg'])
})

test('deletes records, pictures and settings', async () => {
  const former = 'wxfile://usr/license-a.jpg'
  phone.put(former, `wxfile://usr/${namespaced('taken-b.jpg')}`)
  saveRecord({ ...newRecord(), pictures: [{ path: former, type: 'photo' }] })
  chooseLanguage('en')
  await eraseAll()
  expect(listRows()).toEqual([])
  expect(chosenLanguage()).toBeUndefined()
  expect([...phone.storage.keys()]).toEqual([])
  expect([...phone.files.keys()]).toEqual(['wxfile://tmp_b.jpg'])
})

test('keeps a host’s data', async () => {
  saveRecord({ ...newRecord(), typed: { owner: '王小样' } })
  phone.storage.set('language', 'fr').set('license:plates', ['粤B12345'])
  phone.put('wxfile://usr/taken-at-the-sea.jpg')
  await eraseAll()
  expect(Object.fromEntries(phone.storage)).toEqual({ language: 'fr', 'license:plates': ['粤B12345'] })
  expect([...phone.files.keys()]).toEqual(['wxfile://tmp_b.jpg', 'wxfile://usr/taken-at-the-sea.jpg'])
})
