import { licenseOf } from '../../../miniprogram/services/records/license-record'
import {
  confirmRecord,
  countRemoved,
  createRecord,
  getRecord,
  listRows,
  newRecord,
  removeSoon,
  saveRecord,
  setPictures,
  startRecords,
  UNDO_MS,
  undoRemovals,
} from '../../../miniprogram/services/records'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { RECOGNITION } from '../../recognition/pictures'
import { settled } from '../../wx/use-wx'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'Date'] })
  phone = new FakePhone(['tmp'])
})
afterEach(async () => {
  await startRecords()
  jest.useRealTimers()
})

const kept = () => [...phone.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))
const withPicture = () => setPictures(newRecord(), [{ path: 'tmp', type: 'photo' }])

test('a removal can be undone for 10 s', async () => {
  const record = await withPicture()
  removeSoon(record.id)
  expect(listRows()).toEqual([])
  expect(getRecord(record.id)).toBeUndefined()
  jest.advanceTimersByTime(UNDO_MS - 1)
  undoRemovals()
  jest.advanceTimersByTime(UNDO_MS)
  expect(getRecord(record.id)).toEqual(record)
  expect(kept()).toHaveLength(1)
})

test('then deletes the record with its picture and reports it', async () => {
  const record = await withPicture()
  const onOver = jest.fn()
  removeSoon(record.id, onOver)
  jest.advanceTimersByTime(UNDO_MS)
  await settled()
  expect(onOver).toHaveBeenCalledTimes(1)
  expect(countRemoved()).toBe(0)
  expect([...phone.storage.keys()].filter((key) => key.startsWith(namespaced('license:')))).toEqual([])
  expect(kept()).toEqual([])
})

test('undoes several removals together', () => {
  for (const id of ['a', 'b']) {
    saveRecord({ ...newRecord(), id, typed: { owner: '王小样' } })
    removeSoon(id)
  }
  expect(countRemoved()).toBe(2)
  undoRemovals()
  expect(listRows()).toHaveLength(2)
})

test('the next start completes a removal if the app was killed', async () => {
  const record = await withPicture()
  removeSoon(record.id)
  await startRecords()
  expect(listRows()).toEqual([])
  expect(kept()).toEqual([])
  expect(phone.storage.has(namespaced('license-removed'))).toBe(false)
})

test('removes a record with full storage', async () => {
  const record = await withPicture()
  phone.isStorageFull = true
  removeSoon(record.id)
  jest.advanceTimersByTime(UNDO_MS)
  await settled()
  expect(listRows()).toEqual([])
  expect(kept()).toEqual([])
})

describe('killed while the confirmation could be undone', () => {
  const confirmedWith = async (more: object) => {
    const taken = await withPicture()
    const pictures = taken.pictures.map((picture) => ({ ...picture, recognition: RECOGNITION }))
    return confirmRecord({ ...taken, pictures, ...more })
  }

  test('the next start deletes only the pictures', async () => {
    const record = await confirmedWith({})
    await startRecords()
    expect(kept()).toEqual([])
    expect(getRecord(record.id)).toEqual({ ...record, pictures: [] })
  })

  test('keeps pictures that the person wants to keep', async () => {
    const record = await confirmedWith({ keepsPictures: true })
    await startRecords()
    expect(getRecord(record.id)).toEqual(record)
    expect(kept()).toHaveLength(1)
  })

  test('keeps a page that was added since, until it is confirmed', async () => {
    const record = await confirmedWith({})
    const read = { ...RECOGNITION, license: { ...RECOGNITION.license, loadQuality: '1990kg' } }
    saveRecord({ ...record, pictures: record.pictures.map((picture) => ({ ...picture, recognition: read })) })
    await startRecords()
    const now = getRecord(record.id)
    expect(now && licenseOf(now).loadQuality).toBe('1990kg')
    expect(kept()).toHaveLength(1)
  })
})

test('an unsaved record is gone after a restart', async () => {
  const { id } = createRecord()
  await startRecords()
  expect(getRecord(id)).toBeUndefined()
})
