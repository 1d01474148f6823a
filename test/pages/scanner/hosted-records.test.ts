import { dropRecords, toScanned } from '../../../miniprogram/pages/scanner/hosted-records'
import { isAutoCaptureOn, setAutoCapture } from '../../../miniprogram/services/settings/auto-capture'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { listRows, newRecord, saveRecord } from '../../../miniprogram/services/records'
import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone()
})

const MAIN = `wxfile://usr/${namespaced('license-main.jpg')}`
const RECORD = {
  ...newRecord(),
  pictures: [
    {
      path: MAIN,
      type: 'photo',
      page: 'main',
      recognition: { license: { plateNum: '粤B5K7T9', vin: 'X' }, cards: {} },
    },
  ],
  typed: { owner: ' 王小样 ', vin: '' },
} as const

test('returns the current license without empty fields', () => {
  expect(toScanned(RECORD)).toEqual({
    license: { plateNum: '粤B5K7T9', owner: '王小样' },
    keys: FIELDS.map(({ key }) => key),
    pictures: [{ path: MAIN, page: 'main' }],
  })
})

test('keeps only the settings and the returned pictures', async () => {
  setAutoCapture(false)
  saveRecord(RECORD)
  listRows()
  phone.storage.set('license:plates', 1)
  phone.put(MAIN, `wxfile://usr/${namespaced('taken-a.jpg')}`, 'wxfile://usr/license-of-the-host.jpg')
  await dropRecords([MAIN])
  expect(listRows()).toEqual([])
  expect([...phone.storage.keys()]).toEqual([namespaced('camera:auto'), 'license:plates'])
  expect([...phone.files.keys()]).toEqual([MAIN, 'wxfile://usr/license-of-the-host.jpg'])
  expect(isAutoCaptureOn()).toBe(false)
})
