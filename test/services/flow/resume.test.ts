import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { rememberFlow } from '../../../miniprogram/services/flow/flow-key'
import type * as Flow from '../../../miniprogram/services/flow/resume'
import type { LicenseRecord, FlowStep } from '../../../miniprogram/services/records/license-record'
import { getRecord, newRecord, saveRecord } from '../../../miniprogram/services/records'
import { openConfirm, openPicture, retakePicture } from '../../../miniprogram/services/navigation/pages'
import { FakePhone } from '../../wx/phone'

const SHOT = { path: 'wxfile://usr/taken', type: 'photo' } as const
const PICTURE = { path: 'wxfile://usr/main.jpg', type: 'photo' } as const

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone()
})

function busyWith(step: FlowStep | undefined): LicenseRecord {
  const record: LicenseRecord = { ...newRecord(), pictures: [PICTURE], step }
  saveRecord(record)
  rememberFlow(record.id)
  return record
}

/** The program starts anew. */
function start(): void {
  jest.isolateModules(() => {
    const { resumeFlow } = jest.requireActual<typeof Flow>('../../../miniprogram/services/flow/resume')
    resumeFlow()
    resumeFlow()
  })
}

test.each<[string, FlowStep, string]>([
  ['the review of a shot', { at: 'review', by: 'camera', taken: [SHOT], replaces: [] }, '../camera/index?id=ID'],
  ['a shot that is saved', { at: 'prepare', by: 'camera', taken: [SHOT], replaces: [] }, '../camera/index?id=ID'],
  ['pictures of the album', { at: 'prepare', by: 'album', taken: [SHOT], replaces: [] }, '../album/index?id=ID'],
  ['the turn to the other page', { at: 'other' }, '../camera/index?id=ID'],
  [
    'a picture that is turned',
    { at: 'edit', path: PICTURE.path, type: 'photo', edit: { turn: 90 } },
    '../picture/index?id=ID&path=0',
  ],
])('the next start comes back to %s, once', (_, step, url) => {
  const { id } = busyWith(step)
  start()
  expect(phone.opened).toEqual([url.replace('ID', id)])
})

test('does not resume once the form was reached', () => {
  busyWith(undefined)
  start()
  expect(phone.opened).toEqual([])
})

test('does not resume a removed or unknown record', () => {
  rememberFlow('gone')
  start()
  phone.storage.set(namespaced('flow'), 5)
  start()
  expect(phone.opened).toEqual([])
})

test('home opens an unfinished record where it was left, or else at its form', () => {
  const shot = busyWith({ at: 'review', by: 'camera', taken: [SHOT], replaces: [] })
  openConfirm(shot)
  const other = busyWith({ at: 'other' })
  openConfirm(other)
  expect(phone.opened).toEqual([`../camera/index?id=${shot.id}`, `../confirm/index?id=${other.id}`])
  expect(getRecord(other.id)?.step).toBeUndefined()
})

test('openPicture resolves to whether the record has changed', async () => {
  const { id } = busyWith(undefined)
  const left = openPicture(id, 0)
  expect(phone.opened).toEqual([`../picture/index?id=${id}&path=0`])
  phone.emit('closed', true)
  await expect(left).resolves.toBe(true)
})

test('retakes a picture in its own place', () => {
  const record = busyWith(undefined)
  retakePicture({ ...record, pictures: [{ ...PICTURE, page: 'main' }, PICTURE] }, 0)
  retakePicture(record, 0)
  expect(phone.opened).toEqual([
    `../camera/index?id=${record.id}&page=main&path=0`,
    `../camera/index?id=${record.id}&path=0`,
  ])
})
