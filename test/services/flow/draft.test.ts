import type * as RecognizePictures from '../../../miniprogram/services/recognition/recognize-pictures'
import { Draft } from '../../../miniprogram/services/flow/draft'
import { type DraftState, EMPTY_STATE } from '../../../miniprogram/services/flow/draft-state'
import type { FieldView } from '../../../miniprogram/services/flow/form'
import type { LicenseRecord } from '../../../miniprogram/services/records/license-record'
import { getRecord, saveRecord, UNDO_MS } from '../../../miniprogram/services/records'
import { type ErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { WARNINGS } from '../../../miniprogram/vehicle-license/warnings'
import { settled } from '../../wx/use-wx'
import { FakePhone } from '../../wx/phone'

type Start = typeof RecognizePictures.recognizePictures

let sent: string[][]
/** Why a picture cannot be read. */
let refusal: ErrorCode = 'NOT_A_LICENSE'
/** What is read in each picture; a picture that is not here is none of a license. */
let readings: Record<string, VehicleLicense>

jest.mock('../../../miniprogram/services/recognition/recognize-pictures', () => ({
  recognizePictures: ((pictures, { onReading, onFailure }) => {
    sent.push(pictures.map(({ path }) => path))
    for (const picture of pictures) {
      const license = readings[picture.path]
      if (license) onReading(picture, { recognition: { license, cards: {} } })
      else onFailure(picture, new RecognitionError(refusal))
    }
    return { done: Promise.resolve(), cancel: () => undefined, leave: () => undefined }
  }) satisfies Start,
}))

const RECORD: LicenseRecord = {
  id: 'a',
  createdAt: 1,
  typed: {},
  accepted: {},
  pictures: [
    { path: 'main.jpg', type: 'photo', page: 'main' },
    { path: 'duplicate.jpg', type: 'photo', page: 'duplicate' },
  ],
}

beforeEach(() => {
  new FakePhone()
  sent = []
  readings = {
    'main.jpg': { plateNum: '粤B5K7T9', owner: '王小样' },
    'duplicate.jpg': { plateNumB: '粤B5K7T9', passengersNum: '5人' },
  }
})

const fieldOf = ({ form }: DraftState, key: FieldKey): FieldView | undefined =>
  form.pages.flatMap(({ fields }) => fields).find((field) => field.key === key)

/** What the form shows, without what is empty. */
const licenseOf = ({ form }: DraftState): VehicleLicense =>
  Object.fromEntries(
    form.pages.flatMap(({ fields }) => fields.flatMap(({ key, value }) => (value === '' ? [] : [[key, value]]))),
  )

async function open(record: LicenseRecord) {
  const shown: DraftState = { ...EMPTY_STATE }
  const draft = new Draft(record, (changed) => Object.assign(shown, changed))
  await settled()
  return { draft, shown }
}

test('both pages fill one form and the record', async () => {
  const { shown } = await open(RECORD)
  expect(sent).toEqual([['main.jpg', 'duplicate.jpg']])
  expect(licenseOf(shown)).toEqual({ ...readings['main.jpg'], ...readings['duplicate.jpg'] })
  expect(shown.pictures.map(({ title }) => title)).toEqual(['主页', '副页'])
  expect(getRecord('a')?.pictures.every(({ recognition }) => recognition)).toBe(true)
})

test('with no recognitions left, offers no retake; the picture waits', async () => {
  refusal = 'QUOTA_EXHAUSTED'
  readings = {}
  const { shown } = await open(RECORD)
  expect(shown).toMatchObject({ retakes: [], otherHelps: false, retryable: false })
  expect(shown.note).toBe('照片已保存，明天可以接着识别')
  refusal = 'NOT_A_LICENSE'
})

test('reports a failed picture, and retries only that one', async () => {
  delete readings['duplicate.jpg']
  const { draft, shown } = await open(RECORD)
  expect(licenseOf(shown)).toEqual(readings['main.jpg'])
  expect(shown.pictures.map(({ failed }) => failed)).toEqual([false, true])
  expect(shown.error).toContain('没有找到行驶证')
  readings['duplicate.jpg'] = { passengersNum: '5人' }
  await draft.recognize()
  expect(sent).toEqual([['main.jpg', 'duplicate.jpg'], ['duplicate.jpg']])
  expect(shown.error).toBeNull()
  expect(licenseOf(shown).passengersNum).toBe('5人')
})

test('flags plate numbers that differ between the pictures until one is typed', async () => {
  readings['duplicate.jpg'] = { plateNum: '粤B12345', plateNumB: '粤B5K7T9', passengersNum: '5人' }
  const { draft, shown } = await open(RECORD)
  expect(fieldOf(shown, 'plateNum')?.problem).toBe('另一张照片上是 粤B12345')
  draft.set('plateNum', '粤B5K7T9')
  expect(fieldOf(shown, 'plateNum')?.reason).toBe('')
})

test('typed values override recognized ones and survive a new picture', async () => {
  const { draft, shown } = await open({ ...RECORD, typed: { owner: '张样例' } })
  expect(licenseOf(shown).owner).toBe('张样例')
  draft.set('remark', '自填')
  expect(getRecord('a')?.typed).toEqual({ owner: '张样例', remark: '自填' })
})

test.each([
  [
    ['main', 'duplicate'],
    ['重拍主页', '重拍副页'],
  ],
  [['main'], ['重拍', '加拍副页']],
  [['duplicate'], ['重拍', '加拍主页']],
  [['both'], ['重拍']],
  [[undefined, undefined], ['重拍']],
  [[], []],
] as const)('pictures of %j may be taken again, or added to: %j', async (pages, expected) => {
  const pictures = pages.map((page) => ({ path: 'main.jpg', type: 'photo' as const, ...(page && { page }) }))
  const { shown } = await open({ ...RECORD, pictures })
  expect(shown.retakes.map(({ label }) => label)).toEqual(expected)
})

test('shows warnings until the license is confirmed, and again after undo', async () => {
  const recognition = { license: readings['main.jpg'] ?? {}, cards: {}, warnings: ['TOO_DARK'] as const }
  const { draft, shown } = await open({ ...RECORD, pictures: [{ path: 'main.jpg', type: 'photo', recognition }] })
  const told = [WARNINGS.TOO_DARK.zh]
  expect(shown.warnings).toEqual(told)
  draft.confirm()
  expect(shown.warnings).toEqual([])
  draft.undoConfirm()
  expect(shown.warnings).toEqual(told)
})

describe('a person', () => {
  const ALL = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LXXAB12CXA0000023' }
  const read: LicenseRecord = {
    ...RECORD,
    pictures: [{ path: 'main.jpg', type: 'photo', recognition: { license: ALL, cards: {} } }],
  }

  test('has input tidied, and edits marked until they are reverted', async () => {
    const { draft, shown } = await open(read)
    draft.set('plateNum', '粤b·5k7t8\n')
    expect(fieldOf(shown, 'plateNum')).toMatchObject({ value: '粤B5K7T8', isEdited: true })
    draft.set('plateNum', undefined)
    expect(fieldOf(shown, 'plateNum')).toMatchObject({ value: '粤B5K7T9', isEdited: false })
    expect(getRecord('a')?.typed).toEqual({})
  })

  test('accepts a value that breaks a rule, and is asked again once it changes', async () => {
    const { draft, shown } = await open(read)
    draft.set('vin', 'LXXAB12CXA0000024')
    expect(fieldOf(shown, 'vin')?.reason).toBe('broken')
    draft.accept('vin')
    expect(fieldOf(shown, 'vin')?.reason).toBe('')
    draft.set('vin', 'LXXAB12CXA0000025')
    expect(fieldOf(shown, 'vin')?.reason).toBe('broken')
  })

  test('can undo the confirmation within 10 s without loss', async () => {
    const { draft, shown } = await open(read)
    draft.set('owner', '张样例')
    const before = getRecord('a')
    draft.confirm()
    expect(shown).toMatchObject({ confirmed: true, undoable: true })
    draft.undoConfirm()
    expect(shown).toMatchObject({ confirmed: false, undoable: false })
    expect(getRecord('a')).toEqual(before)
  })

  test('loses the picture after 10 s, unless it is kept', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] })
    const first = await open(read)
    first.draft.confirm()
    first.draft.keepPictures(true)
    await jest.advanceTimersByTimeAsync(UNDO_MS)
    expect(getRecord('a')?.pictures).toHaveLength(1)
    const second = await open(read)
    second.draft.confirm()
    await jest.advanceTimersByTimeAsync(UNDO_MS)
    expect(second.shown).toMatchObject({ undoable: false, pictures: [] })
    expect(getRecord('a')?.pictures).toEqual([])
    jest.useRealTimers()
  })

  test('confirms flagged values, and is not asked again', async () => {
    const { draft, shown } = await open({ ...RECORD, pictures: [], typed: { owner: '王小样' } })
    expect(shown.form.checks.map(({ key }) => key)).toEqual(['plateNum', 'vin'])
    draft.confirm()
    expect(shown.form.checks).toEqual([])
    const kept = getRecord('a')
    expect(kept && (await open(kept)).shown.form.checks).toEqual([])
  })

  test('edits a confirmed license, and saves or discards the changes', async () => {
    const confirmed = { at: 1, license: ALL, read: ALL }
    const { draft, shown } = await open({ ...RECORD, pictures: [], confirmed })
    expect(shown).toMatchObject({ confirmed: true, changed: false, form: { step: { kind: 'none' } } })
    draft.edit()
    draft.set('owner', '张样例')
    expect(shown).toMatchObject({ confirmed: false, changed: true, form: { step: { kind: 'save' } } })
    expect(getRecord('a')?.confirmed).toEqual(confirmed)
    await draft.discardChanges()
    expect(shown).toMatchObject({ confirmed: true, changed: false })
    expect(licenseOf(shown)).toEqual(ALL)
    draft.edit()
    draft.set('owner', '张样例')
    draft.confirm()
    expect(getRecord('a')?.confirmed).toMatchObject({ license: { ...ALL, owner: '张样例' }, read: ALL })
  })

  test('can update the record of the same vehicle, and undo it', async () => {
    const existing = { ...RECORD, id: 'old', pictures: [], confirmed: { at: 1, license: ALL, read: ALL } }
    saveRecord(existing)
    saveRecord(read)
    const { draft, shown } = await open({ ...read, typed: { owner: '张样例' } })
    expect(shown.same).toEqual({
      title: '已有 粤B5K7T9 的记录，1 项不同',
      differences: [{ label: '所有人', before: '王小样', after: '张样例' }],
    })
    draft.updateSame()
    expect(draft.id).toBe('old')
    expect(getRecord('old')?.confirmed?.license.owner).toBe('张样例')
    expect(getRecord('a')).toBeUndefined()
    draft.undoConfirm()
    expect(draft.id).toBe('a')
    expect(getRecord('old')).toEqual(existing)
    expect(getRecord('a')?.typed).toEqual({ owner: '张样例' })
  })

  test('sees that a picture is gone, and can continue', async () => {
    const { shown } = await open(read)
    expect(shown.pictures).toMatchObject([{ lost: true, thumbnail: '' }])
    expect(licenseOf(shown)).toEqual(ALL)
  })

  test('is asked to free storage if it is full, and keeps typed values', async () => {
    const { draft, shown } = await open(read)
    const full = jest.spyOn(wx, 'setStorageSync').mockImplementation(() => {
      throw new Error('setStorageSync:fail exceed storage max size 10Mb')
    })
    draft.set('owner', '张样例')
    expect(shown).toMatchObject({ roomHelps: true, error: expect.stringContaining('存储空间不足') as string })
    expect(fieldOf(shown, 'owner')?.value).toBe('张样例')
    full.mockRestore()
    draft.confirm()
    expect(shown).toMatchObject({ roomHelps: false, error: null, confirmed: true })
  })

  test('has the full time for each undo', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] })
    const { draft, shown } = await open(read)
    draft.confirm()
    draft.undoConfirm()
    await jest.advanceTimersByTimeAsync(UNDO_MS - 1000)
    draft.confirm()
    await jest.advanceTimersByTimeAsync(2000)
    expect(shown).toMatchObject({ undoable: true, pictures: [{ path: 'main.jpg' }] })
    await jest.advanceTimersByTimeAsync(UNDO_MS)
    expect(shown).toMatchObject({ undoable: false, pictures: [] })
    jest.useRealTimers()
  })

  test('loses no edit in another form when the time for undo ends', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] })
    const first = await open(read)
    first.draft.confirm()
    const kept = getRecord('a')
    const second = kept && (await open(kept))
    second?.draft.edit()
    second?.draft.set('owner', '张样例')
    await jest.advanceTimersByTimeAsync(UNDO_MS)
    expect(getRecord('a')?.typed).toEqual({ owner: '张样例' })
    jest.useRealTimers()
  })

  test('sees the message only while storage is full', async () => {
    const { draft, shown } = await open(read)
    const full = jest.spyOn(wx, 'setStorageSync').mockImplementation(() => {
      throw new Error('setStorageSync:fail exceed storage max size 10Mb')
    })
    draft.set('owner', '张样例')
    full.mockRestore()
    draft.set('remark', '自填')
    expect(shown).toMatchObject({ roomHelps: false, error: null })
  })

  test('accepts the rest and still chooses between update and new record', async () => {
    saveRecord({ ...RECORD, id: 'old', pictures: [], confirmed: { at: 1, license: ALL, read: ALL } })
    const { draft, shown } = await open({ ...RECORD, pictures: [], typed: { plateNum: ALL.plateNum } })
    expect(shown.form.step.kind).toBe('fill')
    draft.acceptRest()
    expect(shown).toMatchObject({ confirmed: false, form: { checks: [], step: { kind: 'confirm' } } })
    expect(shown.same).not.toBeNull()
  })
})
