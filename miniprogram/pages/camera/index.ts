import { placeIn, replacedIndex } from '../../services/flow/place'
import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { localize, wordsOf } from '../../components/words'
import { acceptIntake, finishIntake, awaitOtherPage, cancelIntake, startIntake } from '../../services/flow/intake'
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
import { preparationPercent } from '../../services/recognition/progress'
import { quotaNote } from '../../services/recognition/quota'
import { readAhead } from '../../services/recognition/readings'
import { getRecord } from '../../services/records/index'
import { openAlbum, openConfirm } from '../../services/navigation/pages'
import type { Strings } from '../../strings/index'
import type { LicensePage } from '../../vehicle-license/fields'
import { type GuideView, LiveGuide, NO_GUIDANCE } from './live-guide'
import { type CameraEvent, type CameraState, type Effect, isGuiding, next, resume, start, type Step } from './states'
import { type View, viewOf } from './view'

interface Data extends View, GuideView {
  s: Strings['views']['camera']
  torch: boolean
  front: boolean
  twoCameras: boolean
  auto: boolean
  /** 0..100 */
  percent: number
  quota: string | null
}

const DATA: Data = {
  s: wordsOf('camera'),
  ...viewOf(start()),
  ...NO_GUIDANCE,
  torch: false,
  front: false,
  twoCameras: false,
  auto: true,
  percent: 0,
  quota: null,
}

/** How long a saved automatic shot is shown. */
const KEPT_MS = 1_500

/** The page missing from a record whose shot was just saved. */
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
  /** Path of the picture made of the last shot. */
  newest: '',
  guide: new LiveGuide(() => undefined),
  saving: undefined as Cancellation | undefined,
  timer: 0,
  leaving: new Cancellation(),
  onLoad({ id, page, path }: { id?: string; page?: LicensePage; path?: string }) {
    localize(this, 'camera')
    this.leaving = new Cancellation()
    this.guide = new LiveGuide((changed, now) => this.showGuidance(changed, now))
    this.place = placeIn(id, page, path === undefined ? undefined : Number(path))
    const record = id === undefined ? undefined : getRecord(id)
    const { state, effects } = this.begin(record, page)
    this.state = state
    this.setData({ ...viewOf(state), auto: isAutoCaptureOn(), twoCameras: hasTwoCameras(), quota: quotaNote() })
    this.run(effects)
  },
  onResize() {
    this.dispatch({ type: 'VIEW_CHANGED' })
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
    this.guide.stop()
    this.saving?.cancel()
    this.leaving.cancel()
  },

  /** Resumes the step at which the record was left. */
  begin(record: LicenseRecord | undefined, page: LicensePage | undefined): Step {
    const intake = record && intakeOf(record)
    const [shot] = intake?.taken ?? []
    if (intake && shot) {
      this.place = { recordId: record.id, replaces: intake.replaces }
      const hasOne = record.pictures.some(({ path }) => !intake.replaces.includes(path))
      return resume(shot.path, intake.at, shot.page, hasOne)
    }
    if (record?.step?.at !== 'other') return { state: start(page), effects: [] }
    this.place = { recordId: record.id, replaces: [] }
    this.followReading(record)
    return { state: start(missingPage(record.pictures) ?? 'duplicate', true), effects: [] }
  },
  dispatch(event: CameraEvent) {
    if (this.leaving.isCancelled) return
    const { state, effects } = next(this.state, event)
    if (state !== this.state) {
      this.state = state
      this.setData(viewOf(state))
    }
    this.run(effects)
  },
  run(effects: readonly Effect[]) {
    const actions: Record<Effect, () => unknown> = {
      startGuide: () => this.startGuide(),
      stopGuide: () => this.guide.stop(),
      rememberCard: () => this.guide.rememberCard(),
      expectOtherPage: () => this.guide.expectOtherPage(),
      shoot: () => this.shoot(this.state),
      inspect: () => this.inspect(this.state),
      save: () => this.save(this.state),
      cancelSave: () => this.saving?.cancel(),
      showKept: () => (this.timer = setTimeout(() => this.dispatch({ type: 'PASSED' }), KEPT_MS)),
      dropShot: () => this.dropShot(),
      replaceKept: () => this.replaceKept(),
      openForm: () => this.openForm(),
    }
    for (const effect of effects) void actions[effect]()
  },

  startGuide() {
    const begin = (view: { width: number; height: number } | null) => {
      if (isGuiding(this.state)) this.guide.start(view && view.height > 0 ? view.width / view.height : undefined)
    }
    this.createSelectorQuery().select('.view').boundingClientRect(begin).exec()
  },
  showGuidance(changed: Partial<GuideView>, now: GuideView) {
    if (this.leaving.isCancelled) return
    this.setData(this.data.auto ? changed : { ...changed, countdown: 0 })
    if (this.data.auto && now.countdown === 1) this.captureAs(true)
  },
  captureAs(isAutomatic: boolean) {
    const { pages } = this.data
    this.dispatch({ type: 'CAPTURE', isAutomatic, pages: pages === 0 ? undefined : pages })
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
    const { warnings, pages } = await inspectShot(shot)
    this.dispatch({ type: 'INSPECTED', shot, warnings, pages })
  },
  async save({ shot, content, isAutomatic }: CameraState) {
    const saving = new Cancellation()
    this.saving = saving
    const onProgress = (share: number) => {
      if (!saving.isCancelled && !isAutomatic) this.setData({ percent: preparationPercent(share) })
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
  /** Retries a shot that found no room before. @returns the record's ID */
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
  /** The next shot is of the other page, or replaces one that was cancelled too late. */
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
  /** Recognizing the first page tells which one it is, while the other one is being taken. */
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
      // The form shows the error.
      () => undefined,
    )
  },
  replaceKept() {
    clearTimeout(this.timer)
    this.place = { recordId: this.place.recordId, replaces: [this.newest] }
  },
  /** Deletes the shot, and the record if it is empty. */
  async dropShot() {
    const { recordId } = this.place
    if (recordId === undefined) return
    await cancelIntake(recordId)
    if (this.state.hasOne) awaitOtherPage(recordId)
    if (!getRecord(recordId) && this.place.recordId === recordId) this.place = placeIn(undefined)
  },
  openForm() {
    const { recordId } = this.place
    if (recordId !== undefined) openConfirm({ id: recordId })
  },
  /** Retries once the permission is granted in the settings. */
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
    // The platform does not say how many cameras there are: a missing one fails.
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
    this.dispatch({ type: 'RETAKE' })
  },
  cancel() {
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
    this.dispatch({ type: 'VIEW_CHANGED' })
  },
  switchCamera() {
    this.setData({ front: !this.data.front, torch: false })
    // The listener of the other camera may get no more frames.
    this.dispatch({ type: 'VIEW_CHANGED' })
  },
  album() {
    openAlbum(this.place.recordId, replacedIndex(this.place))
  },
  fillIn() {
    void fillInByHand(this.place.recordId)
  },
})
