import { placeIn, replacedIndex } from '../../../miniprogram/services/flow/place'
import type * as Recognize from '../../../miniprogram/services/recognition/recognize'
import {
  acceptIntake,
  finishIntake,
  awaitOtherPage,
  cancelIntake,
  removeFromIntake,
  startIntake,
} from '../../../miniprogram/services/flow/intake'
import { Cancellation } from '../../../miniprogram/services/async/cancellation'
import { resumable } from '../../../miniprogram/services/flow/resume'
import { intakeOf, type LicenseRecord, type NewPicture } from '../../../miniprogram/services/records/license-record'
import { getRecord, listRecords, removeRecord, saveRecord, settleRecord } from '../../../miniprogram/services/records'
import type { Edit } from '../../../miniprogram/services/pictures/edit'
import type { Reading } from '../../../miniprogram/vehicle-license/recognition'
import { exif, jpegOf } from '../../image/jpeg/jpegs'
import { RECOGNITION } from '../../recognition/pictures'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { forget } from '../../../miniprogram/services/records/store'
import { FakePhone } from '../../wx/phone'
import { settled } from '../../wx/use-wx'

/** Paths that were sent, and how each ends. */
let sent: Map<string, (reading: Reading) => void>

jest.mock('../../../miniprogram/services/recognition/recognize', () => ({
  startRecognition: (({ path }) => {
    const result = new Promise<Reading>((resolve) => sent.set(path, resolve))
    return { result, cancel: () => sent.delete(path) }
  }) satisfies typeof Recognize.startRecognition,
}))

const CUT: Edit = {
  quad: [
    { x: 0.2, y: 0.2 },
    { x: 0.8, y: 0.2 },
    { x: 0.8, y: 0.8 },
    { x: 0.2, y: 0.8 },
  ],
}

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone()
  forget()
  sent = new Map()
})

const photo = (more: Partial<NewPicture> = {}): NewPicture => ({
  path: phone.add(jpegOf({ width: 1600, height: 1200, bytes: 500_000 }), { width: 1600, height: 1200 }),
  type: 'photo',
  edit: {},
  ...more,
})
const take = (place = placeIn(undefined), ...taken: NewPicture[]): Promise<LicenseRecord> =>
  startIntake(taken.length > 0 ? taken : [photo()], { at: 'review', by: 'camera' }, place)
const send = ({ id }: LicenseRecord): Promise<LicenseRecord> => finishIntake(id, new Cancellation())
const kept = (): string[] => phone.kept().map((name) => name.replace(namespaced(''), '').replace(/-.*/, ''))

test('a shot is saved first, and resumed after a restart', async () => {
  const { id } = await take()
  // Temporary files are gone then.
  expect(resumable()).toMatchObject({ id, step: { at: 'review', by: 'camera', taken: [{ type: 'photo' }] } })
  const record = resumable()
  const [shot] = (record && intakeOf(record)?.taken) ?? []
  expect(shot?.path).toMatch(/^wxfile:\/\/usr\/vehicle-license-scanner\.taken-/)
  acceptIntake(id, 'both')
  expect(resumable()?.step).toMatchObject({ at: 'prepare', taken: [{ page: 'both' }] })
})

test('in the record, it is not resumed, and its first file is deleted', async () => {
  const record = await send(await take())
  expect(record).toMatchObject({ step: undefined, pictures: [{ type: 'photo' }] })
  expect(resumable()).toBeUndefined()
  expect(kept()).toEqual(['license'])
  await removeRecord(record)
  expect(kept()).toEqual([])
})

test('deletes temporary files after the compression', async () => {
  const size = { width: 800, height: 600 }
  const withExif = { ...photo(), path: phone.add(jpegOf({ ...size, bytes: 90_000, segments: [exif(1)] }), size) }
  await send(await take(placeIn(undefined), withExif))
  expect(kept()).toEqual(['license'])
})

test('resumes before the other page', async () => {
  const { id } = await send(await take())
  awaitOtherPage(id)
  expect(resumable()).toMatchObject({ id, step: { at: 'other' } })
})

test('keeps the original of a crop, and deletes both together', async () => {
  const record = await send(await take(placeIn(undefined), photo({ edit: CUT })))
  expect(record.pictures[0]).toMatchObject({ edit: CUT, original: expect.stringContaining('taken-') as string })
  expect(kept().sort()).toEqual(['license', 'taken'])
  const confirmed = { ...record, confirmed: { at: 1, license: {}, read: {} } }
  await settleRecord(confirmed)
  expect(kept()).toEqual([])
})

test('keeps a large original compressed', async () => {
  const size = { width: 4000, height: 3000 }
  const large = { path: phone.add(jpegOf({ ...size, bytes: 9_000_000 }), size), type: 'photo' as const, edit: CUT }
  phone.encoder = ({ width, height }) => jpegOf({ width, height, bytes: 900_000 })
  for (let file = 1; file < 6; file++) phone.loadedSizes.set(`wxfile://tmp_${file}`, { width: 2200, height: 1650 })
  const record = await send(await take(placeIn(undefined), large))
  const original = phone.files.get(record.pictures[0]?.original ?? '')
  expect(original?.length).toBeLessThan(2_000_000)
})

test('recognizes a picture immediately and saves the result without a form', async () => {
  const record = await send(await take())
  const [path = ''] = record.pictures.map((picture) => picture.path)
  sent.get(path)?.({ recognition: RECOGNITION, engine: 'wechat' })
  await settled()
  expect(getRecord(record.id)?.pictures[0]).toMatchObject({ recognition: RECOGNITION, engine: 'wechat' })
})

test('keeps a result that arrives while the other page is compressed', async () => {
  const first = await send(await take())
  const [path = ''] = first.pictures.map((picture) => picture.path)
  const second = await startIntake(
    [photo({ page: 'duplicate' })],
    { at: 'prepare', by: 'camera' },
    {
      recordId: first.id,
      replaces: [],
    },
  )
  const both = send(second)
  sent.get(path)?.({ recognition: RECOGNITION })
  await both
  await settled()
  const { pictures } = getRecord(first.id) ?? { pictures: [] }
  expect(pictures).toHaveLength(2)
  expect(pictures.find((picture) => picture.path === path)?.recognition).toEqual(RECOGNITION)
})

test('a retaken page replaces only that page and stops its recognition', async () => {
  const first = await send(await take(placeIn(undefined), photo({ page: 'main' })))
  const both = await send(await take({ recordId: first.id, replaces: [] }, photo({ page: 'duplicate' })))
  const [main, duplicate] = both.pictures
  const place = placeIn(first.id, 'duplicate')
  expect(place.replaces).toEqual([duplicate?.path])
  const again = await send(await take(place, photo({ page: 'duplicate' })))
  expect(again.pictures[0]).toEqual(main)
  expect(again.pictures.map(({ page }) => page)).toEqual(['main', 'duplicate'])
  expect(again.pictures[1]?.path).not.toBe(duplicate?.path)
  expect([...sent.keys()]).not.toContain(duplicate?.path)
})

test('without a page or an index, new pictures replace all', async () => {
  const first = await send(await take(placeIn(undefined), photo(), photo()))
  expect(placeIn(first.id).replaces).toEqual(first.pictures.map(({ path }) => path))
  expect(placeIn(first.id, undefined, 1).replaces).toEqual([first.pictures[1]?.path])
  expect(placeIn(first.id, undefined, -1).replaces).toEqual([])
  for (const index of [undefined, 0, 1, -1]) expect(replacedIndex(placeIn(first.id, undefined, index))).toBe(index)
  expect(replacedIndex(placeIn(undefined))).toBeUndefined()
})

test('retaking a shot deletes it; typed values stay', async () => {
  await cancelIntake((await take()).id)
  expect([listRecords(), kept()]).toEqual([[], []])
  const typed = await take()
  saveRecord({ ...typed, typed: { owner: '王小样' } })
  await cancelIntake(typed.id)
  expect(getRecord(typed.id)).toMatchObject({ typed: { owner: '王小样' }, step: undefined })
  expect(kept()).toEqual([])
})

test('removes one of two new pictures', async () => {
  const two = await take(placeIn(undefined), photo(), photo())
  const [bad, good] = intakeOf(two)?.taken ?? []
  await removeFromIntake(two.id, bad?.path ?? '')
  const left = getRecord(two.id)
  expect(left && intakeOf(left)?.taken).toEqual([good])
  expect(kept()).toEqual(['taken'])
})

test('full storage changes nothing', async () => {
  const before = await send(await take())
  phone.room = 0
  await expect(take(placeIn(before.id))).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  expect(getRecord(before.id)).toEqual(before)
})

test('after cancel the shot is unchanged', async () => {
  const record = await take()
  const cancellation = new Cancellation()
  const arriving = finishIntake(record.id, cancellation)
  cancellation.cancel()
  await expect(arriving).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(getRecord(record.id)).toEqual(record)
  expect(kept()).toEqual(['taken'])
})

test('a record that was removed meanwhile stays removed', async () => {
  const record = await take()
  const arriving = send(record)
  await removeRecord(record)
  await expect(arriving).rejects.toMatchObject({ name: 'RecognitionError' })
  expect(listRecords()).toEqual([])
})
