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
import { type FakePhone, useFakePhone } from '../phone'

const MAIN: LicensePicture = { path: 'tmp_main', type: 'photo', page: 'main' }
const DUPLICATE: LicensePicture = { path: 'tmp_duplicate', type: 'photo', page: 'duplicate' }

let phone: FakePhone
beforeEach(() => {
  phone = useFakePhone([MAIN.path, DUPLICATE.path])
})
const kept = () => [...phone.files].filter((path) => path.startsWith('wxfile://usr/'))

test('a record holds a picture of each page, the main page first', async () => {
  const record = await setPictures(createRecord(), [DUPLICATE, MAIN])
  expect(record.pictures.map(({ page }) => page)).toEqual(['main', 'duplicate'])
  expect(kept().sort()).toEqual(record.pictures.map(({ path }) => path).sort())
  expect(getRecord(record.id)).toEqual(record)
})

test('a page taken again takes nothing from the other one', async () => {
  const first = await setPictures(createRecord(), [MAIN])
  const read = { ...first, pictures: first.pictures.map((picture) => ({ ...picture, recognition: RECOGNITION })) }
  const both = await setPictures(read, [DUPLICATE], read.pictures)
  expect(both.pictures.map(({ page }) => page)).toEqual(['main', 'duplicate'])
  expect(both.pictures[0]).toEqual(read.pictures[0])
  expect(kept()).toHaveLength(2)
})

test('other pictures take the place of all, and what was typed stands', async () => {
  const first = await setPictures({ ...newRecord(), typed: { owner: '王小样' } }, [MAIN, DUPLICATE])
  const again = await setPictures(first, [{ ...MAIN, page: 'both' }])
  expect(again).toMatchObject({ typed: { owner: '王小样' }, pictures: [{ page: 'both' }] })
  expect(kept()).toEqual([again.pictures[0]?.path])
})

test('a full phone: the record is as it was, and nothing is left over', async () => {
  const first = await setPictures(createRecord(), [MAIN])
  phone.room = 1
  await expect(setPictures(first, [MAIN, DUPLICATE])).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  expect(getRecord(first.id)).toEqual(first)
  expect(kept()).toEqual([first.pictures[0]?.path])
})

test('confirming and removing leave no picture behind', async () => {
  const confirmed = await settleRecord(confirmRecord(await setPictures(createRecord(), [MAIN, DUPLICATE])))
  expect(confirmed.pictures).toEqual([])
  await removeRecord(await setPictures(createRecord(), [MAIN, DUPLICATE]))
  expect(kept()).toEqual([])
  expect(listRecords()).toEqual([confirmed])
})

test('a confirmed record keeps what was read beside what was typed, and its pictures for the undo', async () => {
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

test('a record that is filled in by hand is kept once there is a value, and no longer than there is one', () => {
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

test('a record that is removed while its undo runs does not come back when that is over', async () => {
  const confirmed = confirmRecord(await setPictures(createRecord(), [MAIN]))
  await removeRecord(confirmed)
  await settleRecord(confirmed)
  expect(listRecords()).toEqual([])
})

describe('a storage without room', () => {
  test('what is typed stands in memory, and is kept once there is room', () => {
    const record = { ...newRecord(), typed: { owner: '王小样' } }
    saveRecord(record)
    phone.isFull = true
    const typed = { ...record, typed: { owner: '王小样', plateNum: '粤B5K7T9' } }
    expect(() => saveRecord(typed)).toThrow(RecognitionError)
    expect(getRecord(record.id)).toEqual(typed)
    expect(isUnsaved()).toBe(true)
    phone.isFull = false
    expect(listRows()).toMatchObject([{ plate: '粤B5K7T9' }])
    expect(isUnsaved()).toBe(false)
    forget()
    expect(getRecord(record.id)).toEqual(typed)
  })

  test('what cannot be confirmed is not confirmed', () => {
    const record = { ...newRecord(), typed: { owner: '王小样' } }
    saveRecord(record)
    phone.isFull = true
    expect(() => confirmRecord(record)).toThrow(RecognitionError)
    expect(getRecord(record.id)).toEqual(record)
    expect(listRows()).toMatchObject([{ isConfirmed: false }])
  })

  test('a record that nothing was kept of is none, and its pictures are dropped', async () => {
    phone.isFull = true
    const record = newRecord()
    await expect(setPictures(record, [MAIN])).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    expect(getRecord(record.id)).toBeUndefined()
    expect(kept()).toEqual([])
  })
})

test('a value that was read and emptied stays empty while its picture is there', async () => {
  const taken = await setPictures(createRecord(), [MAIN])
  const read = taken.pictures.map((picture) => ({ ...picture, recognition: RECOGNITION }))
  const confirmed = confirmRecord({ ...taken, pictures: read, keepsPictures: true, typed: { owner: ' ' } })
  expect(licenseOf(confirmed).owner).toBe('')
  expect(isDraft(confirmed)).toBe(false)
})
