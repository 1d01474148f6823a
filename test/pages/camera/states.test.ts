import {
  type CameraEvent,
  type CameraState,
  hasCamera,
  isWatching,
  next,
  start,
} from '../../../miniprogram/pages/camera/states'

const READY: CameraEvent = { type: 'READY' }
const CAPTURE: CameraEvent = { type: 'CAPTURE' }
const HIDE: CameraEvent = { type: 'HIDE' }
const SHOW: CameraEvent = { type: 'SHOW' }
const STOPPED: CameraEvent = { type: 'STOPPED' }
const USE: CameraEvent = { type: 'USE' }
const SHOT: CameraEvent = { type: 'SHOT', path: 'tmp_shot' }
const SHOT_FAILED: CameraEvent = { type: 'SHOT_FAILED', error: 'CAMERA_UNAVAILABLE' }
const REFUSED: CameraEvent = { type: 'CAMERA_FAILED', error: 'CAMERA_REFUSED' }

const after = (...events: CameraEvent[]): CameraState => events.reduce(next, start('main'))

test('a page of the license: opened, aimed, taken, reviewed, kept, and the other page is offered', () => {
  expect(after().phase).toBe('opening')
  expect(after(READY).phase).toBe('aiming')
  expect(after(READY, CAPTURE).phase).toBe('taking')
  expect(after(READY, CAPTURE, SHOT)).toMatchObject({ phase: 'reviewing', shot: 'tmp_shot' })
  expect(after(READY, CAPTURE, SHOT, USE).phase).toBe('saving')
  const offered = after(READY, CAPTURE, SHOT, USE, { type: 'SAVED', missing: 'duplicate' })
  expect(offered).toMatchObject({ phase: 'offering', content: 'duplicate', shot: '' })
  expect(next(offered, { type: 'TAKE_OTHER' })).toEqual(start('duplicate'))
})

test('with nothing missing, all is done', () => {
  expect(after(READY, CAPTURE, SHOT, USE, { type: 'SAVED', missing: undefined }).phase).toBe('done')
})

test('the camera is on the page, and is watched, while it is aimed', () => {
  const on = (...events: CameraEvent[]) => [hasCamera(after(...events)), isWatching(after(...events))]
  expect(on()).toEqual([true, false])
  expect(on(READY)).toEqual([true, true])
  expect(on(READY, CAPTURE)).toEqual([true, false])
  for (const event of [SHOT, STOPPED, REFUSED]) expect(on(READY, CAPTURE, event)).toEqual([false, false])
})

test('a person who looks elsewhere finds the camera opened anew', () => {
  const away = after(READY, HIDE)
  expect([hasCamera(away), isWatching(away)]).toEqual([false, false])
  expect(next(away, CAPTURE)).toBe(away)
  expect(next(away, SHOW)).toEqual(start('main'))
})

test('the platform’s own stop of a camera in the background is no interruption, whichever is told first', () => {
  expect(after(READY, HIDE, STOPPED, SHOW).phase).toBe('opening')
  expect(after(READY, STOPPED, HIDE, SHOW).phase).toBe('opening')
})

test('a call that takes the camera: paused until the person goes on', () => {
  const stopped = after(READY, STOPPED)
  expect(stopped.phase).toBe('stopped')
  expect(next(stopped, READY)).toBe(stopped)
  expect(next(stopped, { type: 'RETRY' }).phase).toBe('opening')
})

test('a shot is kept that comes after the camera was taken away, or the person came back', () => {
  for (const events of [[STOPPED], [HIDE], [HIDE, SHOW], [STOPPED, HIDE, SHOW], [STOPPED, HIDE, SHOW, READY]])
    expect(after(READY, CAPTURE, ...events, SHOT)).toMatchObject({ phase: 'reviewing', shot: 'tmp_shot' })
})

test('the camera stays for a shot under way while the person looks elsewhere', () => {
  expect(hasCamera(after(READY, CAPTURE, HIDE))).toBe(true)
  expect(hasCamera(after(READY, CAPTURE, HIDE, SHOT))).toBe(false)
})

test('a shot that fails says so, unless looking elsewhere made it fail', () => {
  expect(after(READY, CAPTURE, SHOT_FAILED)).toMatchObject({ phase: 'failed', error: 'CAMERA_UNAVAILABLE' })
  expect(after(READY, CAPTURE, HIDE, SHOT_FAILED, SHOW)).toEqual(start('main'))
  expect(after(READY, CAPTURE, STOPPED, SHOT_FAILED).phase).toBe('stopped')
  expect(after(READY, CAPTURE, STOPPED, HIDE, SHOW, SHOT_FAILED).phase).toBe('opening')
})

test('a refused camera: its reason, and once more when it is allowed', () => {
  const failed = after(REFUSED)
  expect(failed).toMatchObject({ phase: 'failed', error: 'CAMERA_REFUSED' })
  expect(next(next(failed, HIDE), SHOW)).toEqual(failed)
  expect(next(failed, { type: 'RETRY' })).toEqual(start('main'))
})

test('a shot that cannot be kept, or need not be, is still there', () => {
  const saving = after(READY, CAPTURE, SHOT, USE)
  expect(next(saving, { type: 'SAVE_FAILED', error: 'STORAGE_FULL' })).toMatchObject({
    phase: 'reviewing',
    shot: 'tmp_shot',
    error: 'STORAGE_FULL',
  })
  const cancelled = next(saving, { type: 'CANCEL' })
  expect(cancelled).toMatchObject({ phase: 'reviewing', shot: 'tmp_shot', error: undefined })
  expect(next(cancelled, { type: 'SAVED', missing: 'duplicate' })).toBe(cancelled)
  expect(next(cancelled, USE).phase).toBe('saving')
  expect(next(cancelled, { type: 'RETAKE' })).toEqual(start('main'))
})

test('what is taken is chosen before the shot alone', () => {
  const both: CameraEvent = { type: 'CHOOSE', content: 'both' }
  expect(after(both).content).toBe('both')
  expect(after(READY, both)).toMatchObject({ phase: 'aiming', content: 'both' })
  expect(after(READY, CAPTURE, both).content).toBe('main')
})

test('what comes at the wrong time changes nothing', () => {
  const events: CameraEvent[] = [USE, CAPTURE, { type: 'RETAKE' }, { type: 'CANCEL' }, { type: 'TAKE_OTHER' }, SHOW]
  for (const event of events) expect(next(start('main'), event)).toEqual(start('main'))
})
