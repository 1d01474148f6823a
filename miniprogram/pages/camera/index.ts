import { isAutoCaptureOn, setAutoCapture } from '../../services/auto-capture'
import { hasTwoCameras, takePhoto, vibrate } from '../../services/camera'
import { Cancellation } from '../../services/cancellation'
import { inspectShot } from '../../services/inspect-shot'
import { missingPage, type Picture } from '../../services/license-record'
import { isCameraRefused } from '../../services/permission'
import { type PlatformError, privacyErrorCode, toRecognitionError } from '../../services/platform-error'
import { overall } from '../../services/progress'
import { getRecord } from '../../services/records'
import { speak, wordsOf } from '../../components/words'
import { fillInByHand, keepPhotos, openAlbum, openConfirm } from '../../services/scan'
import type { Strings } from '../../strings'
import type { LicensePage } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'
import { Lookout, NOTHING_SEEN, type Outlook } from './lookout'
import { type CameraEvent, type CameraState, isWatching, next, start } from './states'
import { pagesIn, type View, viewOf } from './view'

interface Data extends View, Outlook {
  s: Strings['views']['camera']
  torch: boolean
  front: boolean
  twoCameras: boolean
  /** Whether the camera takes the photo by itself. */
  auto: boolean
  /** What is wrong with the shot. */
  warnings: string[]
  /** 0..100 of the shot's whole way */
  percent: number
}

const DATA: Data = {
  s: wordsOf('camera'),
  ...viewOf(start('main')),
  ...NOTHING_SEEN,
  torch: false,
  front: false,
  twoCameras: false,
  auto: true,
  warnings: [],
  percent: 0,
}

Page({
  data: DATA,
  state: start('main'),
  /** The record that the pictures are taken for, once there is one. */
  recordId: undefined as string | undefined,
  /** Whether the record's picture of the other page stays. */
  keepsOther: false,
  /** Width to height of the camera's place on the page, once it is known. */
  viewRatio: undefined as number | undefined,
  lookout: new Lookout(() => undefined),
  /** Ends what is being made ready. */
  saving: undefined as Cancellation | undefined,
  /** Happens when the page is left: nobody waits for its picture any more. */
  leaving: new Cancellation(),
  onLoad({ id, page }: { id?: string; page?: LicensePage }) {
    speak(this, 'camera')
    this.recordId = id
    this.keepsOther = page !== undefined
    this.leaving = new Cancellation()
    this.lookout = new Lookout((outlook) => this.guide(outlook))
    const former = id === undefined ? undefined : getRecord(id)?.pictures[0]?.page
    this.state = start(page ?? former ?? 'main')
    this.setData({ ...viewOf(this.state), auto: isAutoCaptureOn(), twoCameras: hasTwoCameras() })
  },
  onReady() {
    const measure = (view: { width: number; height: number } | null) => {
      if (view && view.height > 0) this.viewRatio = view.width / view.height
      if (isWatching(this.state)) this.watch()
    }
    this.createSelectorQuery().select('.view').boundingClientRect(measure).exec()
  },
  onShow() {
    this.dispatch({ type: 'SHOW' })
    void this.recheck()
  },
  onHide() {
    this.dispatch({ type: 'HIDE' })
  },
  onUnload() {
    this.lookout.stop()
    this.saving?.cancel()
    this.leaving.cancel()
  },

  dispatch(event: CameraEvent) {
    const before = this.state
    const state = next(before, event)
    if (state === before || this.leaving.isCancelled) return
    this.state = state
    this.setData(viewOf(state))
    this.follow(before, state)
  },
  /** Does what a change of state brings with it. */
  follow(before: CameraState, state: CameraState) {
    if (!isWatching(state)) this.lookout.stop()
    else if (!isWatching(before) || pagesIn(before) !== pagesIn(state)) this.watch()
    if (state.phase === before.phase) return
    if (state.phase === 'taking') void this.shoot()
    else if (state.phase === 'reviewing' && before.phase !== 'saving') void this.inspect(state)
    else if (state.phase === 'saving') void this.save(state)
    else if (state.phase === 'done') this.finish()
  },
  watch() {
    this.lookout.start(pagesIn(this.state), this.viewRatio)
  },
  guide(outlook: Outlook) {
    if (this.leaving.isCancelled) return
    this.setData(this.data.auto ? outlook : { ...outlook, countdown: 0 })
    if (this.data.auto && outlook.countdown === 1) this.capture()
  },
  async shoot() {
    vibrate()
    try {
      this.dispatch({ type: 'SHOT', path: await takePhoto() })
    } catch (error) {
      this.dispatch({ type: 'SHOT_FAILED', error: toRecognitionError(error, 'CAMERA_UNAVAILABLE').code })
    }
  },
  async inspect(state: CameraState) {
    this.setData({ warnings: [] })
    const warnings = await inspectShot(state.shot, pagesIn(state))
    if (this.state.shot === state.shot && !this.leaving.isCancelled) this.setData({ warnings })
  },
  async save({ shot, content }: CameraState) {
    const saving = new Cancellation()
    this.saving = saving
    const stays = ({ page }: Picture) => this.keepsOther && missingPage([{ page: content }]) === page
    const onProgress = (share: number) => {
      if (!saving.isCancelled) this.setData({ percent: overall([{ stage: 'prepare', share }]).percent })
    }
    onProgress(0)
    try {
      const photo = { path: shot, type: 'photo', page: content } as const
      const record = await keepPhotos([photo], this.recordId, saving, onProgress, stays)
      this.recordId = record.id
      this.keepsOther = true
      this.dispatch({ type: 'SAVED', missing: missingPage(record.pictures) })
    } catch (error) {
      if (saving.isCancelled) return
      this.dispatch({ type: 'SAVE_FAILED', error: toRecognitionError(error, 'IMAGE_UNREADABLE').code })
    }
  },
  /** Opens the form with what was taken. */
  finish() {
    if (this.recordId !== undefined) openConfirm({ id: this.recordId })
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
  choose({ detail }: WechatMiniprogram.CustomEvent<{ content: PictureContent }>) {
    this.dispatch({ type: 'CHOOSE', content: detail.content })
  },
  capture() {
    this.dispatch({ type: 'CAPTURE' })
  },
  use() {
    this.dispatch({ type: 'USE' })
  },
  retake() {
    this.dispatch({ type: 'RETAKE' })
  },
  cancel() {
    this.saving?.cancel()
    this.dispatch({ type: 'CANCEL' })
  },
  takeOther() {
    this.dispatch({ type: 'TAKE_OTHER' })
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
    openAlbum(this.recordId)
  },
  fillIn() {
    void fillInByHand(this.recordId)
  },
})
