import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { LicenseRecord } from '../../../miniprogram/services/records/license-record'
import {
  confirmRecord,
  differencesOf,
  findSame,
  getRecord,
  listRecords,
  newRecord,
  saveRecord,
  setPictures,
  updateRecord,
} from '../../../miniprogram/services/records'
import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { FakePhone } from '../../wx/phone'

const CAR: VehicleLicense = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LSVAA4182E2184847', record: '440300012345' }

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone(['tmp_old', 'tmp_new'])
})
const kept = () => [...phone.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))

function confirmed(id: string, typed: VehicleLicense): LicenseRecord {
  return confirmRecord({ ...newRecord(), id, typed })
}

describe('finding the record of the same vehicle', () => {
  test.each<[string, VehicleLicense, string | undefined]>([
    ['by its VIN, though the plate is another', { plateNum: '粤B00000', vin: 'LSVAA4182E2184847' }, 'car'],
    ['by its plate', { plateNum: '粤B5K7T9' }, 'car'],
    ['by the plate of the duplicate page, however it is written', { plateNumB: '粤b·5k7t9' }, 'car'],
    ['none of another vehicle', { plateNum: '粤B00000', vin: 'LSVAA4182E2184848' }, undefined],
    ['none where there is nothing to know it by', { owner: '王小样' }, undefined],
  ])('%s', (_, license, id) => {
    confirmed('car', CAR)
    confirmed('other', { owner: '张样例' })
    expect(findSame(license, 'new')?.id).toBe(id)
  })

  test('excludes the record itself and unconfirmed ones', () => {
    confirmed('car', CAR)
    saveRecord({ ...newRecord(), id: 'draft', typed: CAR })
    expect(findSame(CAR, 'car')).toBeUndefined()
  })
})

test('differences are what an update would change, in field order', () => {
  expect(differencesOf(CAR, { issueDate: '2024-01-02', owner: '张样例', plateNum: '粤B5K7T9', vin: ' ' })).toEqual([
    { key: 'owner', before: '王小样', after: '张样例' },
    { key: 'issueDate', before: '', after: '2024-01-02' },
  ])
})

describe('an update', () => {
  test('changes the existing record, keeps values that the new one lacks, and removes the new one', () => {
    const existing = confirmed('car', CAR)
    const from: LicenseRecord = { ...newRecord(), id: 'new', typed: { plateNum: '粤B5K7T9', owner: '张样例' } }
    saveRecord(from)
    const { record } = updateRecord(existing, from)
    expect(record).toMatchObject({ id: 'car', createdAt: existing.createdAt, typed: {} })
    expect(record.confirmed?.license).toEqual({ ...CAR, owner: '张样例' })
    expect(listRecords()).toEqual([record])
  })

  test('can be undone', async () => {
    const existing = confirmed('car', CAR)
    const from = await setPictures({ ...newRecord(), id: 'new', typed: { owner: '张样例' } }, [
      { path: 'tmp_new', type: 'photo' },
    ])
    updateRecord(existing, from).undo()
    expect(getRecord('car')).toEqual(existing)
    expect(getRecord('new')).toEqual(from)
    expect(kept()).toEqual([from.pictures[0]?.path])
  })

  test('deletes all pictures once it is settled', async () => {
    const old = await setPictures({ ...confirmed('car', CAR) }, [{ path: 'tmp_old', type: 'photo' }])
    const from = await setPictures({ ...newRecord(), id: 'new', typed: CAR }, [{ path: 'tmp_new', type: 'photo' }])
    await updateRecord(old, from).settle()
    expect(kept()).toEqual([])
    expect(getRecord('car')?.pictures).toEqual([])
  })

  test('keeps the new pictures if pictures are kept', async () => {
    const old = await setPictures({ ...confirmed('car', CAR), keepsPictures: true }, [
      { path: 'tmp_old', type: 'photo' },
    ])
    const from = await setPictures({ ...newRecord(), id: 'new', typed: CAR }, [{ path: 'tmp_new', type: 'photo' }])
    await updateRecord(old, from).settle()
    expect(kept()).toEqual([from.pictures[0]?.path])
    expect(getRecord('car')?.pictures).toEqual(from.pictures)
  })

  test('with full storage leaves both unchanged', () => {
    const existing = confirmed('car', CAR)
    const from = { ...newRecord(), id: 'new', typed: { owner: '张样例' } }
    saveRecord(from)
    phone.isStorageFull = true
    expect(() => updateRecord(existing, from)).toThrow(RecognitionError)
    expect([getRecord('car'), getRecord('new')]).toEqual([existing, from])
  })
})
