import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import {
  isDraft,
  licenseOf,
  type LicenseRecord,
  type LicensePicture,
} from '../../../miniprogram/services/records/license-record'
import {
  confirmRecord,
  createRecord,
  getRecord,
  isUnsaved,
  listRecords,
  listRows,
  newRecord,
  removeRecord,
  saveRecord,
  setPictures,
  settleRecord,
} from '../../../miniprogram/services/records'
import { forget } from '../../../miniprogram/services/records/store'
import { RECOGNITION } from '../../recognition/pictures'
import { FakePhone } from '../../wx/phone'

const MAIN: LicensePicture = { path: 'tmp_main', type: 'photo', page: 'main' }
const DUPLICATE: LicensePicture = { path: 'tmp_duplicate', type: 'photo', page: 'duplicate' }

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone([MAIN.path, DUPLICATE.path])
})
const kept = () => [...phone.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))

test('keeps a picture of each page, the main page first', async () => {
  const record = await setPictures(createRecord(), [DUPLICATE, MAIN])
  expect(record.pictures.map(({ page }) => page)).toEqual(['main', 'duplicate'])
  expect(kept().sort()).toEqual(record.pictures.map(({ path }) => path).sort())
  expect(getRecord(record.id)).toEqual(record)
})

test('retaking a page does not affect the other one', async () => {
  const first = await setPictures(createRecord(), [MAIN])
  const read = { ...first, pictures: first.pictures.map((picture) => ({ ...picture, recognition: RECOGNITION })) }
  const both = await setPictures(read, [DUPLICATE], read.pictures)
  expect(both.pictures.map(({ page }) => page)).toEqual(['main', 'duplicate'])
  expect(both.pictures[0]).toEqual(read.pictures[0])
  expect(kept()).toHaveLength(2)
})

test('new pictures replace all; typed values stay', async () => {
  const first = await setPictures({ ...newRecord(), typed: { owner: '王小样' } }, [MAIN, DUPLICATE])
  const again = await setPictures(first, [{ ...MAIN, page: 'both' }])
  expect(again).toMatchObject({ typed: { owner: '王小样' }, pictures: [{ page: 'both' }] })
  expect(kept()).toEqual([again.pictures[0]?.path])
})

test('full storage leaves the record unchanged and no files', async () => {
  const first = await setPictures(createRecord(), [MAIN])
  phone.room = 1
  await expect(setPictures(first, [MAIN, DUPLICATE])).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  expect(getRecord(first.id)).toEqual(first)
  expect(kept()).toEqual([first.pictures[0]?.path])
})

test('confirming and removing delete the pictures', async () => {
  const confirmed = await settleRecord(confirmRecord(await setPictures(createRecord(), [MAIN, DUPLICATE])))
  expect(confirmed.pictures).toEqual([])
  await removeRecord(await setPictures(createRecord(), [MAIN, DUPLICATE]))
  expect(kept()).toEqual([])
  expect(listRecords()).toEqual([confirmed])
})

test('a confirmed record keeps recognized and typed values, and its pictures for the undo', async () => {
  const taken = await setPictures(createRecord(), [MAIN])
  const [picture] = taken.pictures
  const read: LicenseRecord = {
    ...taken,
    pictures: picture ? [{ ...picture, recognition: RECOGNITION, engine: 'wechat' }] : [],
  }
  const confirmed = confirmRecord({ ...read, typed: { owner: '张样例', remark: ' ' } })
  expect(confirmed).toMatchObject({ typed: {}, confirmed: { read: RECOGNITION.license, engine: 'wechat' } })
  expect(licenseOf(confirmed)).toEqual({ ...RECOGNITION.license, owner: '张样例' })
  expect(kept()).toHaveLength(1)
  await settleRecord({ ...confirmed, keepsPictures: true })
  expect(kept()).toHaveLength(1)
  expect(licenseOf(await settleRecord(confirmed))).toEqual({ ...RECOGNITION.license, owner: '张样例' })
  expect(kept()).toEqual([])
})

test('a record filled in by hand is stored only while it has a value', () => {
  const record = createRecord()
  expect(getRecord(record.id)).toEqual(record)
  expect(listRows()).toEqual([])
  expect([...phone.storage.keys()]).toEqual([])
  saveRecord({ ...record, typed: { owner: '王小样' } })
  expect(listRows()).toMatchObject([{ id: record.id, owner: '王小样' }])
  saveRecord({ ...record, typed: { owner: ' ' } })
  expect(listRows()).toEqual([])
  expect(phone.storage.has(namespaced(`license:${record.id}`))).toBe(false)
})

test('a record removed during its undo stays removed', async () => {
  const confirmed = confirmRecord(await setPictures(createRecord(), [MAIN]))
  await removeRecord(confirmed)
  await settleRecord(confirmed)
  expect(listRecords()).toEqual([])
})

describe('full storage', () => {
  test('keeps typed values in memory and saves them once there is room', () => {
    const record = { ...newRecord(), typed: { owner: '王小样' } }
    saveRecord(record)
    phone.isStorageFull = true
    const typed = { ...record, typed: { owner: '王小样', plateNum: '粤B5K7T9' } }
    expect(() => saveRecord(typed)).toThrow(RecognitionError)
    expect(getRecord(record.id)).toEqual(typed)
    expect(isUnsaved()).toBe(true)
    phone.isStorageFull = false
    expect(listRows()).toMatchObject([{ plate: '粤B5K7T9' }])
    expect(isUnsaved()).toBe(false)
    forget()
    expect(getRecord(record.id)).toEqual(typed)
  })

  test('does not confirm what cannot be saved', () => {
    const record = { ...newRecord(), typed: { owner: '王小样' } }
    saveRecord(record)
    phone.isStorageFull = true
    expect(() => confirmRecord(record)).toThrow(RecognitionError)
    expect(getRecord(record.id)).toEqual(record)
    expect(listRows()).toMatchObject([{ isConfirmed: false }])
  })

  test('deletes the pictures of a record that was not saved', async () => {
    phone.isStorageFull = true
    const record = newRecord()
    await expect(setPictures(record, [MAIN])).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    expect(getRecord(record.id)).toBeUndefined()
    expect(kept()).toEqual([])
  })
})

test('a recognized value that was cleared stays empty', async () => {
  const taken = await setPictures(createRecord(), [MAIN])
  const read = taken.pictures.map((picture) => ({ ...picture, recognition: RECOGNITION }))
  const confirmed = confirmRecord({ ...taken, pictures: read, keepsPictures: true, typed: { owner: ' ' } })
  expect(licenseOf(confirmed).owner).toBe('')
  expect(isDraft(confirmed)).toBe(false)
})
