import type { SendProgress } from '../../../miniprogram/services/back-ends/back-end'
import type { LicenseRecord, LicensePicture } from '../../../miniprogram/services/records/license-record'
import { followReading, readAhead, stopReading } from '../../../miniprogram/services/recognition/readings'
import type { RecognitionTask } from '../../../miniprogram/services/recognition/recognize'
import { getRecord, newRecord, removeRecord, saveRecord } from '../../../miniprogram/services/records'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Reading } from '../../../miniprogram/vehicle-license/recognition'
import { RECOGNITION } from '../../recognition/pictures'
import { settled } from '../../wx/use-wx'
import { FakePhone } from '../../wx/phone'

const READING: Reading = { recognition: RECOGNITION, engine: 'wechat' }

let starts: number
let progress: (progress: SendProgress) => void
let read: (reading: Reading) => void
let fail: (error: Error) => void
let picture: LicensePicture
let record: LicenseRecord
let files = 0
const told: SendProgress[] = []

function start(_: LicensePicture, onProgress: (progress: SendProgress) => void): RecognitionTask {
  starts += 1
  progress = onProgress
  const result = new Promise<Reading>((resolve, reject) => {
    read = resolve
    fail = reject
  })
  return { result, cancel: () => fail(new RecognitionError('CANCELLED')) }
}

beforeEach(() => {
  new FakePhone()
  starts = 0
  told.length = 0
  // Readings outlive a test.
  picture = { path: `main-${files++}.jpg`, type: 'photo' }
  record = { ...newRecord(), pictures: [picture] }
  saveRecord(record)
})

const join = () => followReading(picture, (step) => told.push(step), start)

test('a form joins a running recognition with its progress', async () => {
  const ahead = readAhead(record.id, picture, start)
  progress({ stage: 'upload', percent: 60 })
  told.length = 0
  const joined = join()
  expect([starts, told]).toEqual([1, [{ stage: 'upload', percent: 60 }]])
  progress({ stage: 'recognize' })
  expect(told).toHaveLength(2)
  read(READING)
  await expect(joined.result).resolves.toBe(READING)
  await ahead
  expect(getRecord(record.id)?.pictures[0]).toMatchObject({ recognition: RECOGNITION, engine: 'wechat' })
})

test('a form that starts a recognition gets its progress immediately', () => {
  const startAtOnce: typeof start = (one, onProgress) => {
    onProgress({ stage: 'upload', percent: 0 })
    return start(one, onProgress)
  }
  followReading(picture, (step) => told.push(step), startAtOnce)
  expect(told).toEqual([{ stage: 'upload', percent: 0 }])
})

test('reports an earlier failure to the next form; the one after starts again', async () => {
  const ahead = readAhead(record.id, picture, start)
  fail(new RecognitionError('NOT_A_LICENSE'))
  await expect(ahead).rejects.toMatchObject({ code: 'NOT_A_LICENSE' })
  await expect(join().result).rejects.toMatchObject({ code: 'NOT_A_LICENSE' })
  expect(starts).toBe(1)
  await settled()
  join().cancel()
  expect(starts).toBe(2)
})

test('a recognition continues into the record after its form closes', async () => {
  join().leave(record.id)
  read(READING)
  await settled()
  expect(getRecord(record.id)?.pictures[0]?.recognition).toEqual(RECOGNITION)
  expect(starts).toBe(1)
})

test('closing a form after the recognition starts no other one', async () => {
  const joined = join()
  read(READING)
  await settled()
  joined.leave(record.id)
  expect(starts).toBe(1)
})

test('does not save results of removed pictures and records', async () => {
  const stopped = readAhead(record.id, picture, start)
  stopReading(picture.path)
  await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })

  const ahead = readAhead(record.id, picture, start)
  await removeRecord(record)
  read(READING)
  await ahead
  expect(getRecord(record.id)).toBeUndefined()
})

test('keeps values that were typed meanwhile', async () => {
  const ahead = readAhead(record.id, picture, start)
  saveRecord({ ...record, typed: { owner: '张样例' } })
  read(READING)
  await ahead
  expect(getRecord(record.id)).toMatchObject({ typed: { owner: '张样例' }, pictures: [{ recognition: RECOGNITION }] })
})
