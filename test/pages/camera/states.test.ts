import {
  type CameraEvent,
  type CameraState,
  type Effect,
  hasCamera,
  isGuiding,
  next,
  resume,
  start,
} from '../../../miniprogram/pages/camera/states'

const READY: CameraEvent = { type: 'READY' }
const CAPTURE: CameraEvent = { type: 'CAPTURE', isAutomatic: false, pages: 1 }
const AUTOMATIC: CameraEvent = { type: 'CAPTURE', isAutomatic: true, pages: 1 }
const HIDE: CameraEvent = { type: 'HIDE' }
const SHOW: CameraEvent = { type: 'SHOW' }
const STOPPED: CameraEvent = { type: 'STOPPED' }
const USE: CameraEvent = { type: 'USE' }
const RETAKE: CameraEvent = { type: 'RETAKE' }
const CANCEL: CameraEvent = { type: 'CANCEL' }
const PASSED: CameraEvent = { type: 'PASSED' }
const SKIP: CameraEvent = { type: 'SKIP' }
const RETRY: CameraEvent = { type: 'RETRY' }
const SHOT: CameraEvent = { type: 'SHOT', path: 'kept_shot' }
const SHOT_FAILED: CameraEvent = { type: 'SHOT_FAILED', error: 'CAMERA_UNAVAILABLE' }
const DENIED: CameraEvent = { type: 'CAMERA_FAILED', error: 'CAMERA_REFUSED' }
const CLEAR = { type: 'INSPECTED', shot: 'kept_shot', warnings: [], pages: 1 } as const satisfies CameraEvent
const BLURRED: CameraEvent = { ...CLEAR, warnings: ['blurred'] }

const saved = (missing: Extract<CameraEvent, { type: 'SAVED' }>['missing']): CameraEvent => ({
  type: 'SAVED',
  path: 'straight',
  missing,
})
const read = (content: 'main' | 'duplicate' | 'both'): CameraEvent => ({ type: 'READ', content })

const from = (state: CameraState, ...events: CameraEvent[]): CameraState =>
  events.reduce((before, event) => next(before, event).state, state)
const after = (...events: CameraEvent[]): CameraState => from(start(), ...events)
const effectsOf = (...events: CameraEvent[]): readonly Effect[] =>
  next(after(...events.slice(0, -1)), events.at(-1) ?? READY).effects

/** The first page is saved; it has not been read yet. */
const FIRST = [READY, AUTOMATIC, SHOT, CLEAR, saved('unknown'), PASSED]

test('an automatic shot is saved by itself, then the other page is requested', () => {
  expect(after().phase).toBe('opening')
  expect(after(READY).phase).toBe('aiming')
  expect(after(READY, AUTOMATIC).phase).toBe('taking')
  expect(after(READY, AUTOMATIC, SHOT)).toMatchObject({ phase: 'checking', shot: 'kept_shot' })
  expect(after(READY, AUTOMATIC, SHOT, CLEAR).phase).toBe('saving')
  expect(after(READY, AUTOMATIC, SHOT, CLEAR, saved('unknown'))).toMatchObject({ phase: 'kept', shot: 'straight' })
  expect(after(...FIRST)).toEqual(start('duplicate', true))
})

test('a manual shot, or one with warnings, is reviewed', () => {
  expect(after(READY, AUTOMATIC, SHOT, BLURRED)).toMatchObject({ phase: 'reviewing', warnings: ['blurred'] })
  expect(after(READY, CAPTURE, SHOT).phase).toBe('reviewing')
  expect(after(READY, CAPTURE, SHOT, BLURRED)).toMatchObject({ phase: 'reviewing', warnings: ['blurred'] })
  expect(after(READY, CAPTURE, SHOT, USE).phase).toBe('saving')
  expect(after(READY, CAPTURE, SHOT, USE, saved('duplicate'))).toEqual(start('duplicate', true))
})

test('every transition names its effects', () => {
  const steps: [Effect[], ...CameraEvent[]][] = [
    [['startGuide'], READY],
    [['stopGuide', 'rememberCard', 'shoot'], READY, AUTOMATIC],
    [['inspect'], READY, AUTOMATIC, SHOT],
    [['save'], READY, AUTOMATIC, SHOT, CLEAR],
    [[], READY, AUTOMATIC, SHOT, BLURRED],
    [['showKept'], READY, AUTOMATIC, SHOT, CLEAR, saved('unknown')],
    [['expectOtherPage'], ...FIRST],
    [['openForm'], ...FIRST, SKIP],
    [['openForm'], ...FIRST, read('both')],
    [['inspect'], READY, CAPTURE, SHOT],
    [['save'], READY, CAPTURE, SHOT, USE],
    [['expectOtherPage'], READY, CAPTURE, SHOT, USE, saved('duplicate')],
    [['openForm'], READY, CAPTURE, SHOT, USE, saved(undefined)],
    [['cancelSave'], READY, CAPTURE, SHOT, USE, CANCEL],
    [['dropShot'], READY, CAPTURE, SHOT, RETAKE],
    [['cancelSave', 'dropShot'], READY, AUTOMATIC, SHOT, CLEAR, RETAKE],
    [['replaceKept'], READY, AUTOMATIC, SHOT, CLEAR, saved('unknown'), RETAKE],
    [['stopGuide'], READY, HIDE],
    [['stopGuide'], READY, STOPPED],
    [['stopGuide', 'startGuide'], READY, { type: 'VIEW_CHANGED' }],
    [[], { type: 'VIEW_CHANGED' }],
    [[], READY, CAPTURE, CAPTURE],
  ]
  for (const [effects, ...events] of steps) expect(effectsOf(...events)).toEqual(effects)
})

test('both pages in one picture: no other page is requested', () => {
  const both: CameraEvent = { type: 'CAPTURE', isAutomatic: true, pages: 2 }
  expect(after(READY, both)).toMatchObject({ content: 'both' })
  expect(after(READY, both, SHOT, { ...CLEAR, pages: 2 }, saved(undefined), PASSED).phase).toBe('done')
  // The frames showed one page, the shot shows both.
  expect(after(READY, CAPTURE, SHOT, { ...CLEAR, pages: 2 })).toMatchObject({ phase: 'reviewing', content: 'both' })
})

test('an inspection of another shot is ignored', () => {
  expect(after(READY, AUTOMATIC, SHOT, { ...BLURRED, shot: 'earlier_shot' })).toEqual(after(READY, AUTOMATIC, SHOT))
})

test('warnings that come after 使用照片 are shown, and saving goes on', () => {
  expect(after(READY, CAPTURE, SHOT, USE, BLURRED)).toMatchObject({ phase: 'saving', warnings: ['blurred'] })
})

test('reading the first page tells which one is missing', () => {
  expect(after(...FIRST, read('main'))).toEqual(start('duplicate', true))
  expect(after(...FIRST, read('duplicate'))).toEqual(start('main', true))
  expect(after(...FIRST, READY, read('both')).phase).toBe('done')
  const kept = after(READY, AUTOMATIC, SHOT, CLEAR, saved('unknown'))
  expect(from(kept, read('both'), PASSED).phase).toBe('done')
  expect(from(kept, read('duplicate'), PASSED)).toEqual(start('main', true))
})

test('reading the first page does not interrupt a shot of the other one', () => {
  const other = after(...FIRST, READY, AUTOMATIC, SHOT)
  expect(from(other, read('both')).phase).toBe('checking')
})

test('the form opens once the other page is saved or skipped', () => {
  expect(after(...FIRST, READY, AUTOMATIC)).toMatchObject({ content: 'duplicate' })
  expect(after(...FIRST, READY, AUTOMATIC, SHOT, CLEAR, saved(undefined), PASSED).phase).toBe('done')
  expect(after(...FIRST, SKIP).phase).toBe('done')
  expect(after(...FIRST, READY, SKIP).phase).toBe('done')
  expect(after(READY, SKIP).phase).toBe('aiming')
})

test('a shot can be retaken while it is shown; the first page stays saved', () => {
  for (const events of [[SHOT], [SHOT, CLEAR], [SHOT, CLEAR, saved('unknown')]])
    expect(after(READY, AUTOMATIC, ...events, RETAKE)).toEqual(start())
  expect(after(...FIRST, READY, AUTOMATIC, SHOT, CLEAR, saved(undefined), RETAKE)).toEqual(start('duplicate', true))
})

test('the camera is on the page until the shot; the guide runs while aiming', () => {
  const on = (...events: CameraEvent[]) => [hasCamera(after(...events)), isGuiding(after(...events))]
  expect(on()).toEqual([true, false])
  expect(on(READY)).toEqual([true, true])
  expect(on(READY, CAPTURE)).toEqual([true, false])
  for (const event of [SHOT, STOPPED, DENIED]) expect(on(READY, CAPTURE, event)).toEqual([false, false])
})

test('the camera restarts when the page is shown again', () => {
  const away = after(READY, HIDE)
  expect([hasCamera(away), isGuiding(away)]).toEqual([false, false])
  expect(from(away, CAPTURE)).toBe(away)
  expect(from(away, SHOW)).toEqual(start())
})

test('a camera that the platform stops in the background is no interruption, in either order', () => {
  expect(after(READY, HIDE, STOPPED, SHOW).phase).toBe('opening')
  expect(after(READY, STOPPED, HIDE, SHOW).phase).toBe('opening')
})

test('a call pauses the camera until the person resumes', () => {
  const stopped = after(READY, STOPPED)
  expect(stopped.phase).toBe('stopped')
  expect(from(stopped, READY)).toBe(stopped)
  expect(from(stopped, RETRY).phase).toBe('opening')
})

test('a late shot is reviewed and inspected, even after the camera stopped or restarted', () => {
  for (const events of [[STOPPED], [HIDE], [HIDE, SHOW], [STOPPED, HIDE, SHOW], [STOPPED, HIDE, SHOW, READY]]) {
    expect(after(READY, CAPTURE, ...events, SHOT)).toMatchObject({ phase: 'reviewing', shot: 'kept_shot' })
    expect(effectsOf(READY, CAPTURE, ...events, SHOT)).toContain('inspect')
  }
})

test('the camera stays for a shot under way while the page is hidden', () => {
  expect(hasCamera(after(READY, CAPTURE, HIDE))).toBe(true)
  expect(hasCamera(after(READY, CAPTURE, HIDE, SHOT))).toBe(false)
})

test('a failed shot shows an error, unless hiding the page made it fail', () => {
  expect(after(READY, CAPTURE, SHOT_FAILED)).toMatchObject({ phase: 'failed', error: 'CAMERA_UNAVAILABLE' })
  expect(after(READY, CAPTURE, HIDE, SHOT_FAILED, SHOW)).toEqual(start())
  expect(after(READY, CAPTURE, STOPPED, SHOT_FAILED).phase).toBe('stopped')
  expect(after(READY, CAPTURE, STOPPED, HIDE, SHOW, SHOT_FAILED).phase).toBe('opening')
})

test('denied camera: shows the reason, and retries once it is allowed', () => {
  const failed = after(DENIED)
  expect(failed).toMatchObject({ phase: 'failed', error: 'CAMERA_REFUSED' })
  expect(from(failed, HIDE, SHOW)).toEqual(failed)
  expect(from(failed, RETRY)).toEqual(start())
})

test('an automatic shot that finds no room is reviewed', () => {
  const full: CameraEvent = { type: 'SHOT', path: 'tmp_shot', error: 'STORAGE_FULL' }
  expect(after(READY, AUTOMATIC, full)).toMatchObject({ phase: 'reviewing', error: 'STORAGE_FULL', shot: 'tmp_shot' })
})

test('a shot survives a failed or cancelled save', () => {
  for (const events of [
    [CAPTURE, SHOT, USE],
    [AUTOMATIC, SHOT, CLEAR],
  ]) {
    const saving = after(READY, ...events)
    expect(from(saving, { type: 'SAVE_FAILED', error: 'STORAGE_FULL' })).toMatchObject({
      phase: 'reviewing',
      shot: 'kept_shot',
      error: 'STORAGE_FULL',
    })
    const cancelled = from(saving, CANCEL)
    expect(cancelled).toMatchObject({ phase: 'reviewing', shot: 'kept_shot', error: undefined })
    expect(from(cancelled, saved('duplicate'))).toBe(cancelled)
    expect(from(cancelled, USE).phase).toBe('saving')
    expect(from(cancelled, RETAKE)).toEqual(start())
  }
})

test('after a restart the shot is where it was left', () => {
  const { state, effects } = resume('kept_shot', 'review', undefined, false)
  expect(state).toMatchObject({ phase: 'reviewing', shot: 'kept_shot' })
  expect(effects).toEqual(['inspect'])
  const saving = resume('kept_shot', 'prepare', 'duplicate', true)
  expect(saving.state).toMatchObject({ phase: 'saving', wanted: 'duplicate', hasOne: true })
  expect(saving.effects).toEqual(['save'])
  expect(from(saving.state, saved(undefined)).phase).toBe('done')
})

test('an event at the wrong time changes nothing', () => {
  for (const event of [USE, CAPTURE, RETAKE, CANCEL, PASSED, SKIP, SHOW, CLEAR, read('both')])
    expect(next(start(), event)).toEqual({ state: start(), effects: [] })
})
