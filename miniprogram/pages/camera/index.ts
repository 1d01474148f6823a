import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { speak, wordsOf } from '../../components/words'
import {
  acceptIntake,
  finishIntake,
  awaitOtherPage,
  cancelIntake,
  replacedIndex,
  startIntake,
  placeIn,
} from '../../services/flow/intake'
import { isAutoCaptureOn, setAutoCapture } from '../../services/settings/auto-capture'
import { hasTwoCameras, takePhoto, vibrate } from '../../services/platform/camera'
import { Cancellation } from '../../services/async/cancellation'
import { inspectShot } from '../../services/pictures/inspect-shot'
import {
  intakeOf,
  type LicenseRecord,
  missingPage,
  pageOf,
  type NewPicture,
} from '../../services/records/license-record'
import { isCameraRefused } from '../../services/platform/permission'
import { type PlatformError, privacyErrorCode, toRecognitionError } from '../../services/platform/errors'
import { totalProgress } from '../../services/recognition/progress'
import { quotaNote } from '../../services/recognition/quota'
import { readAhead } from '../../services/recognition/readings'
import { getRecord } from '../../services/records/index'
import { openAlbum, openConfirm } from '../../services/navigation/pages'
import type { Strings } from '../../strings/index'
import type { LicensePage } from '../../vehicle-license/fields'
import { Lookout, NOTHING_SEEN, type Outlook } from './lookout'
import { type CameraEvent, type CameraState, isWatching, next, resume, start } from './states'
import { type View, viewOf } from './view'

interface Data extends View, Outlook {
  s: Strings['views']['camera']
  torch: boolean
  front: boolean
  twoCameras: boolean
  /** Whether the camera takes the photo by itself. */
  auto: boolean
  /** What is wrong with the shot. */
  warnings: readonly string[]
  /** 0..100 of the shot's whole way */
  percent: number
  /** What to know about the recognitions that are left. */
  quota: string | null
}

const DATA: Data = {
  s: wordsOf('camera'),
  ...viewOf(start()),
  ...NOTHING_SEEN,
  torch: false,
  front: false,
  twoCameras: false,
  auto: true,
  warnings: [],
  percent: 0,
  quota: null,
}

/** How long a sure shot is shown before it goes on by itself. ms */
const SHOWN_MS = 1_500

/** The page that is missing in a record of which pictures were just made ready. */
function missingIn({ pictures }: LicenseRecord): LicensePage | 'unknown' | undefined {
  const [first, ...more] = pictures
  if (!first || more.length > 0) return undefined
  return pageOf(first) === undefined ? 'unknown' : missingPage(pictures)
}

Page({
  data: DATA,
  state: start(),
  /** Where the next shot goes. */
  place: placeIn(undefined),
  /** Path of the picture that the last shot became. */
  newest: '',
  /** Width to height of the camera's place on the page, once it is known. */
  viewRatio: undefined as number | undefined,
  lookout: new Lookout(() => undefined),
  /** Ends what is being made ready. */
  saving: undefined as Cancellation | undefined,
  timer: 0,
  /** Happens when the page is left: nobody waits for its picture any more. */
  leaving: new Cancellation(),
  onLoad({ id, page, path }: { id?: string; page?: LicensePage; path?: string }) {
    speak(this, 'camera')
    this.leaving = new Cancellation()
    this.lookout = new Lookout((changed, now) => this.guide(changed, now))
    this.place = placeIn(id, page, path === undefined ? undefined : Number(path))
    const record = id === undefined ? undefined : getRecord(id)
    this.state = record ? this.startFor(record, page) : start(page)
    this.setData({ ...viewOf(this.state), auto: isAutoCaptureOn(), twoCameras: hasTwoCameras(), quota: quotaNote() })
    if (this.state.phase === 'reviewing') void this.inspect(this.state)
    else if (this.state.phase === 'saving') void this.save(this.state)
  },
  onReady() {
    this.measure()
  },
  /** The phone was turned: the camera's place has another shape. */
  onResize() {
    this.measure()
  },
  onShow() {
    this.dispatch({ type: 'SHOW' })
    void this.recheck()
  },
  onHide() {
    this.dispatch({ type: 'HIDE' })
  },
  onUnload() {
    clearTimeout(this.timer)
    this.lookout.stop()
    this.saving?.cancel()
    this.leaving.cancel()
  },

  /** Where the person left a record: at a shot, before the other page, or nowhere on this page. */
  startFor(record: LicenseRecord, page: LicensePage | undefined): CameraState {
    const { step, pictures } = record
    const arriving = intakeOf(record)
    const [shot] = arriving?.taken ?? []
    if (arriving && shot) {
      this.place = { recordId: record.id, replaces: arriving.replaces }
      return resume(
        shot.path,
        arriving.at,
        shot.page,
        pictures.some(({ path }) => !arriving.replaces.includes(path)),
      )
    }
    if (step?.at !== 'other') return start(page)
    this.place = { recordId: record.id, replaces: [] }
    this.followReading(record)
    return start(missingPage(pictures) ?? 'duplicate', true)
  },
  measure() {
    const keep = (view: { width: number; height: number } | null) => {
      if (view && view.height > 0) this.viewRatio = view.width / view.height
      if (isWatching(this.state)) this.watch()
    }
    this.createSelectorQuery().select('.view').boundingClientRect(keep).exec()
  },

  dispatch(event: CameraEvent) {
    const before = this.state
    const state = next(before, event)
    if (state === before || this.leaving.isCancelled) return
    this.state = state
    this.setData(viewOf(state))
    if ((event.type === 'SAVED' || event.type === 'PASSED') && state.phase === 'opening') this.lookout.turn()
    this.follow(before, state)
  },
  /** Does what a change of state brings with it. */
  follow(before: CameraState, state: CameraState) {
    if (!isWatching(state)) this.lookout.stop()
    else if (!isWatching(before)) this.measure()
    if (state.phase === before.phase) return
    if (state.phase === 'taking') void this.shoot(state)
    else if (state.phase === 'checking') void this.inspect(state)
    else if (state.phase === 'reviewing' && before.phase === 'taking') void this.inspect(state)
    else if (state.phase === 'saving') void this.save(state)
    else if (state.phase === 'kept') this.timer = setTimeout(() => this.dispatch({ type: 'PASSED' }), SHOWN_MS)
    else if (state.phase === 'done') this.finish()
  },
  watch() {
    this.lookout.start(this.viewRatio)
  },
  guide(changed: Partial<Outlook>, now: Outlook) {
    if (this.leaving.isCancelled) return
    this.setData(this.data.auto ? changed : { ...changed, countdown: 0 })
    if (this.data.auto && now.countdown === 1) this.captureAs(true)
  },
  captureAs(isSure: boolean) {
    const { pages } = this.data
    if (isWatching(this.state)) this.lookout.take()
    this.dispatch({ type: 'CAPTURE', isSure, pages: pages === 0 ? undefined : pages })
  },
  async shoot({ content }: CameraState) {
    vibrate()
    try {
      const path = await takePhoto()
      if (this.leaving.isCancelled) return
      const taken: NewPicture = { path, type: 'photo', ...(content && { page: content }) }
      this.dispatch(await this.keepShot(taken))
    } catch (error) {
      this.dispatch({ type: 'SHOT_FAILED', error: toRecognitionError(error, 'CAMERA_UNAVAILABLE').code })
    }
  },
  /** Keeps a shot before anything else is done. */
  async keepShot(taken: NewPicture): Promise<CameraEvent> {
    try {
      const record = await startIntake([taken], { at: 'review', by: 'camera' }, this.place)
      this.place = { recordId: record.id, replaces: this.place.replaces }
      return { type: 'SHOT', path: intakeOf(record)?.taken[0]?.path ?? taken.path }
    } catch (error) {
      return { type: 'SHOT', path: taken.path, error: toRecognitionError(error, 'STORAGE_FULL').code }
    }
  },
  async inspect({ shot }: CameraState) {
    this.setData({ warnings: [] })
    const { warnings, pages } = await inspectShot(shot)
    if (this.state.shot !== shot || this.leaving.isCancelled) return
    this.setData({ warnings })
    this.dispatch({ type: 'INSPECTED', isClear: warnings.length === 0, pages })
  },
  async save({ shot, content, isSure }: CameraState) {
    const saving = new Cancellation()
    this.saving = saving
    const onProgress = (share: number) => {
      if (!saving.isCancelled && !isSure)
        this.setData({ percent: totalProgress([{ stage: 'prepare', share }]).percent })
    }
    onProgress(0)
    try {
      const id = await this.acceptShot(shot, content)
      const before = getRecord(id)?.pictures ?? []
      const record = await finishIntake(id, saving, onProgress)
      const added = record.pictures.find(({ path }) => !before.some((picture) => picture.path === path))
      this.arrived(record, shot, added?.path ?? '', saving.isCancelled)
    } catch (error) {
      if (saving.isCancelled) return
      this.dispatch({ type: 'SAVE_FAILED', error: toRecognitionError(error, 'IMAGE_UNREADABLE').code })
    }
  },
  /** @returns ID of the record; one that had no room for the shot may have some now */
  async acceptShot(shot: string, content: CameraState['content']): Promise<string> {
    const { recordId, replaces } = this.place
    const record = recordId === undefined ? undefined : getRecord(recordId)
    const isKept = record && (intakeOf(record)?.taken.some(({ path }) => path === shot) ?? false)
    if (isKept) {
      acceptIntake(record.id, content)
      return record.id
    }
    const taken: NewPicture = { path: shot, type: 'photo', ...(content && { page: content }) }
    const { id } = await startIntake([taken], { at: 'prepare', by: 'camera' }, this.place)
    this.place = { recordId: id, replaces }
    return id
  },
  /** The shot is in the record: the next one is of the other page, or takes the place of one that is not wanted. */
  arrived(record: LicenseRecord, shot: string, path: string, isCancelled: boolean) {
    const isWanted = !isCancelled && this.state.shot === shot
    this.newest = path
    this.place = { recordId: record.id, replaces: isWanted ? [] : [path] }
    if (!isWanted) return
    this.followReading(record)
    const missing = missingIn(record)
    if (missing) awaitOtherPage(record.id)
    this.dispatch({ type: 'SAVED', path, missing })
  },
  /** What is read in the first page tells which one it is, while the other one is being taken. */
  followReading(record: LicenseRecord) {
    const [picture, ...more] = record.pictures
    if (!picture || more.length > 0) return
    // After a restart it may be read already.
    const known = picture.recognition && { recognition: picture.recognition }
    const reading = known ? Promise.resolve(known) : readAhead(record.id, picture)
    reading.then(
      ({ recognition }) => {
        const content = pageOf({ ...picture, recognition })
        if (content) this.dispatch({ type: 'READ', content })
      },
      // The form tells.
      () => undefined,
    )
  },
  /** Opens the form with what was taken. */
  finish() {
    const { recordId } = this.place
    if (recordId !== undefined) openConfirm({ id: recordId })
  },
  /** Opens the camera once the person has allowed it in the settings. */
  async recheck() {
    if (this.data.refused && !(await isCameraRefused())) this.retry()
  },

  onCameraReady() {
    this.dispatch({ type: 'READY' })
  },
  onCameraStop() {
    this.dispatch({ type: 'STOPPED' })
  },
  async onCameraError({ detail }: WechatMiniprogram.CustomEvent<PlatformError>) {
    const refused = await isCameraRefused()
    // A phone with a camera on one side only is told by its failing.
    if (this.data.front && !refused) this.setData({ front: false, twoCameras: false })
    const error = privacyErrorCode(detail) ?? (refused ? 'CAMERA_REFUSED' : 'CAMERA_UNAVAILABLE')
    this.dispatch({ type: 'CAMERA_FAILED', error })
  },
  capture() {
    this.captureAs(false)
  },
  use() {
    this.dispatch({ type: 'USE' })
  },
  retake() {
    clearTimeout(this.timer)
    this.saving?.cancel()
    const { recordId } = this.place
    if (this.state.phase === 'kept') this.place = { recordId, replaces: [this.newest] }
    else if (recordId !== undefined) void this.drop(recordId)
    this.dispatch({ type: 'RETAKE' })
  },
  /** A shot that is taken again is not wanted, and neither is a record of nothing else. */
  async drop(recordId: string) {
    await cancelIntake(recordId)
    if (this.state.hasOne) awaitOtherPage(recordId)
    if (!getRecord(recordId) && this.place.recordId === recordId) this.place = placeIn(undefined)
  },
  cancel() {
    this.saving?.cancel()
    this.dispatch({ type: 'CANCEL' })
  },
  skip() {
    this.dispatch({ type: 'SKIP' })
  },
  retry() {
    this.dispatch({ type: 'RETRY' })
  },
  toggleTorch() {
    this.setData({ torch: !this.data.torch })
  },
  toggleAuto() {
    setAutoCapture(!this.data.auto)
    this.setData({ auto: !this.data.auto, countdown: 0 })
    // The countdown may be over already.
    if (isWatching(this.state)) this.watch()
  },
  switchCamera() {
    this.setData({ front: !this.data.front, torch: false })
    // What was seen through the one says nothing of the other, and its frames may come no more.
    if (isWatching(this.state)) this.watch()
  },
  album() {
    openAlbum(this.place.recordId, replacedIndex(this.place))
  },
  fillIn() {
    void fillInByHand(this.place.recordId)
  },
})
