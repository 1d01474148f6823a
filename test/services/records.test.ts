import { licenseOf, type LicenseRecord, type Picture } from '../../miniprogram/services/license-record'
import {
  confirmRecord,
  createRecord,
  getRecord,
  listRecords,
  newRecord,
  removeRecord,
  setPictures,
  settleRecord,
} from '../../miniprogram/services/records'
import { RECOGNITION } from '../recognition/pictures'
import { type FakePhone, useFakePhone } from './phone'

const MAIN: Picture = { path: 'tmp_main', type: 'photo', page: 'main' }
const DUPLICATE: Picture = { path: 'tmp_duplicate', type: 'photo', page: 'duplicate' }

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

test('a record of the time when each had one picture at most goes on', async () => {
  const common = { id: 'a', createdAt: 1, type: 'scan', typed: { owner: '王小样' } }
  phone.storage.set('license:a', { ...common, photo: 'wxfile://usr/old.jpg', recognition: RECOGNITION })
  phone.storage.set('license:b', { ...common, id: 'b', confirmedAt: 2 })
  const old = getRecord('a')
  expect(old?.pictures).toEqual([{ path: 'wxfile://usr/old.jpg', type: 'scan', recognition: RECOGNITION }])
  expect(old && licenseOf(old)).toEqual({ ...RECOGNITION.license, owner: '王小样' })
  expect(getRecord('b')?.confirmed).toEqual({ at: 2, license: { owner: '王小样' }, read: {} })
  if (old) await removeRecord(old)
  expect(getRecord('a')).toBeUndefined()
})

test('a record of the time when what was confirmed stood where the typed values are goes on', () => {
  const common = { id: 'a', createdAt: 1, pictures: [], typed: { owner: '王小样' } }
  phone.storage.set('license:a', common)
  phone.storage.set('license:b', { ...common, id: 'b', confirmedAt: 2 })
  expect(getRecord('a')).toEqual({ ...common, accepted: {} })
  const confirmed = { at: 2, license: { owner: '王小样' }, read: {} }
  expect(getRecord('b')).toEqual({ ...common, id: 'b', typed: {}, accepted: {}, confirmed })
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
