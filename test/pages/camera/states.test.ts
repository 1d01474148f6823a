import {
  type CameraEvent,
  type CameraState,
  hasCamera,
  isWatching,
  next,
  resume,
  start,
} from '../../../miniprogram/pages/camera/states'

const READY: CameraEvent = { type: 'READY' }
const CAPTURE: CameraEvent = { type: 'CAPTURE', isSure: false, pages: 1 }
const BY_ITSELF: CameraEvent = { type: 'CAPTURE', isSure: true, pages: 1 }
const HIDE: CameraEvent = { type: 'HIDE' }
const SHOW: CameraEvent = { type: 'SHOW' }
const STOPPED: CameraEvent = { type: 'STOPPED' }
const USE: CameraEvent = { type: 'USE' }
const RETAKE: CameraEvent = { type: 'RETAKE' }
const PASSED: CameraEvent = { type: 'PASSED' }
const SKIP: CameraEvent = { type: 'SKIP' }
const SHOT: CameraEvent = { type: 'SHOT', path: 'kept_shot' }
const SHOT_FAILED: CameraEvent = { type: 'SHOT_FAILED', error: 'CAMERA_UNAVAILABLE' }
const REFUSED: CameraEvent = { type: 'CAMERA_FAILED', error: 'CAMERA_REFUSED' }
const CLEAR: CameraEvent = { type: 'INSPECTED', isClear: true, pages: 1 }
const DOUBTED: CameraEvent = { type: 'INSPECTED', isClear: false, pages: 1 }

const saved = (missing: Extract<CameraEvent, { type: 'SAVED' }>['missing']): CameraEvent => ({
  type: 'SAVED',
  path: 'straight',
  missing,
})
const read = (content: 'main' | 'duplicate' | 'both'): CameraEvent => ({ type: 'READ', content })

const from = (state: CameraState, ...events: CameraEvent[]): CameraState => events.reduce(next, state)
const after = (...events: CameraEvent[]): CameraState => from(start(), ...events)

/** The first page is kept, which nobody can tell by the camera. */
const FIRST = [READY, BY_ITSELF, SHOT, CLEAR, saved('unknown'), PASSED]

test('a shot that the camera took itself goes on by itself, and the other page is asked for', () => {
  expect(after().phase).toBe('opening')
  expect(after(READY).phase).toBe('aiming')
  expect(after(READY, BY_ITSELF).phase).toBe('taking')
  expect(after(READY, BY_ITSELF, SHOT)).toMatchObject({ phase: 'checking', shot: 'kept_shot' })
  expect(after(READY, BY_ITSELF, SHOT, CLEAR).phase).toBe('saving')
  expect(after(READY, BY_ITSELF, SHOT, CLEAR, saved('unknown'))).toMatchObject({ phase: 'kept', shot: 'straight' })
  expect(after(...FIRST)).toEqual(start('duplicate', true))
})

test('a shot that is doubted, or that a finger took, waits for the person', () => {
  expect(after(READY, BY_ITSELF, SHOT, DOUBTED)).toMatchObject({ phase: 'reviewing', shot: 'kept_shot' })
  expect(after(READY, CAPTURE, SHOT).phase).toBe('reviewing')
  expect(after(READY, CAPTURE, SHOT, CLEAR).phase).toBe('reviewing')
  expect(after(READY, CAPTURE, SHOT, USE).phase).toBe('saving')
  expect(after(READY, CAPTURE, SHOT, USE, saved('duplicate'))).toEqual(start('duplicate', true))
})

test('both pages in one picture: nothing more is asked for', () => {
  const both: CameraEvent = { type: 'CAPTURE', isSure: true, pages: 2 }
  expect(after(READY, both)).toMatchObject({ content: 'both' })
  expect(after(READY, both, SHOT, { ...CLEAR, pages: 2 }, saved(undefined), PASSED).phase).toBe('done')
  // The frames showed one page, the shot shows both.
  expect(after(READY, CAPTURE, SHOT, { ...CLEAR, pages: 2 })).toMatchObject({ phase: 'reviewing', content: 'both' })
})

test('what is read in the first page tells which one is missing', () => {
  expect(after(...FIRST, read('main'))).toEqual(start('duplicate', true))
  expect(after(...FIRST, read('duplicate'))).toEqual(start('main', true))
  expect(after(...FIRST, READY, read('both')).phase).toBe('done')
  const shown = after(READY, BY_ITSELF, SHOT, CLEAR, saved('unknown'))
  expect(from(shown, read('both'), PASSED).phase).toBe('done')
  expect(from(shown, read('duplicate'), PASSED)).toEqual(start('main', true))
})

test('what is read comes into no shot of the other page', () => {
  const other = after(...FIRST, READY, BY_ITSELF, SHOT)
  expect(from(other, read('both')).phase).toBe('checking')
})

test('the other page: taken, it is done; or passed over', () => {
  expect(after(...FIRST, READY, BY_ITSELF)).toMatchObject({ content: 'duplicate' })
  expect(after(...FIRST, READY, BY_ITSELF, SHOT, CLEAR, saved(undefined), PASSED).phase).toBe('done')
  expect(after(...FIRST, SKIP).phase).toBe('done')
  expect(after(...FIRST, READY, SKIP).phase).toBe('done')
  expect(after(READY, SKIP).phase).toBe('aiming')
})

test('a shot may be taken again, as long as it is seen; what was kept before stays wanted or not as it was', () => {
  for (const events of [[SHOT], [SHOT, CLEAR], [SHOT, CLEAR, saved('unknown')]])
    expect(after(READY, BY_ITSELF, ...events, RETAKE)).toEqual(start())
  expect(after(...FIRST, READY, BY_ITSELF, SHOT, CLEAR, saved(undefined), RETAKE)).toEqual(start('duplicate', true))
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
  expect(next(away, SHOW)).toEqual(start())
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
    expect(after(READY, CAPTURE, ...events, SHOT)).toMatchObject({ phase: 'reviewing', shot: 'kept_shot' })
})

test('the camera stays for a shot under way while the person looks elsewhere', () => {
  expect(hasCamera(after(READY, CAPTURE, HIDE))).toBe(true)
  expect(hasCamera(after(READY, CAPTURE, HIDE, SHOT))).toBe(false)
})

test('a shot that fails says so, unless looking elsewhere made it fail', () => {
  expect(after(READY, CAPTURE, SHOT_FAILED)).toMatchObject({ phase: 'failed', error: 'CAMERA_UNAVAILABLE' })
  expect(after(READY, CAPTURE, HIDE, SHOT_FAILED, SHOW)).toEqual(start())
  expect(after(READY, CAPTURE, STOPPED, SHOT_FAILED).phase).toBe('stopped')
  expect(after(READY, CAPTURE, STOPPED, HIDE, SHOW, SHOT_FAILED).phase).toBe('opening')
})

test('a refused camera: its reason, and once more when it is allowed', () => {
  const failed = after(REFUSED)
  expect(failed).toMatchObject({ phase: 'failed', error: 'CAMERA_REFUSED' })
  expect(next(next(failed, HIDE), SHOW)).toEqual(failed)
  expect(next(failed, { type: 'RETRY' })).toEqual(start())
})

test('a shot that there is no room for is looked at by the person, however sure it was', () => {
  const full: CameraEvent = { type: 'SHOT', path: 'tmp_shot', error: 'STORAGE_FULL' }
  expect(after(READY, BY_ITSELF, full)).toMatchObject({ phase: 'reviewing', error: 'STORAGE_FULL', shot: 'tmp_shot' })
})

test('a shot that cannot be kept, or need not be, is still there', () => {
  for (const events of [
    [CAPTURE, SHOT, USE],
    [BY_ITSELF, SHOT, CLEAR],
  ]) {
    const saving = after(READY, ...events)
    expect(next(saving, { type: 'SAVE_FAILED', error: 'STORAGE_FULL' })).toMatchObject({
      phase: 'reviewing',
      shot: 'kept_shot',
      error: 'STORAGE_FULL',
    })
    const cancelled = next(saving, { type: 'CANCEL' })
    expect(cancelled).toMatchObject({ phase: 'reviewing', shot: 'kept_shot', error: undefined })
    expect(next(cancelled, saved('duplicate'))).toBe(cancelled)
    expect(next(cancelled, USE).phase).toBe('saving')
    expect(next(cancelled, RETAKE)).toEqual(start())
  }
})

test('a program that was ended comes back to the shot where it was', () => {
  expect(resume('kept_shot', 'review', undefined, false)).toMatchObject({ phase: 'reviewing', shot: 'kept_shot' })
  const saving = resume('kept_shot', 'prepare', 'duplicate', true)
  expect(saving).toMatchObject({ phase: 'saving', wanted: 'duplicate', hasOne: true })
  expect(next(saving, saved(undefined)).phase).toBe('done')
})

test('what comes at the wrong time changes nothing', () => {
  const events: CameraEvent[] = [USE, CAPTURE, RETAKE, { type: 'CANCEL' }, PASSED, SKIP, SHOW, CLEAR, read('both')]
  for (const event of events) expect(next(start(), event)).toEqual(start())
})
