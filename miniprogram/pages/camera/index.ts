import { takePhoto } from '../../services/camera'
import { Cancellation } from '../../services/cancellation'
import { isCameraRefused } from '../../services/permission'
import { type PlatformError, privacyErrorCode, toRecognitionError } from '../../services/platform-error'
import { fillInByHand, openAlbum, recordPhoto } from '../../services/scan'
import { type ErrorCode, ERRORS } from '../../vehicle-license/errors'
import type { Text } from '../../vehicle-license/text'

interface Data {
  /** The camera being opened, open, the shot being made, or why there is none. */
  state: 'opening' | 'ready' | 'taking' | 'failed'
  /** The person refused the camera: only the settings bring it back. */
  refused: boolean
  error: Text
  torch: boolean
  framedPages: 1 | 2
}

const DATA: Data = {
  state: 'opening',
  refused: false,
  error: ERRORS.CAMERA_UNAVAILABLE,
  torch: false,
  framedPages: 1,
}

Page({
  data: DATA,
  /** The record that the picture is taken again for. */
  recordId: undefined as string | undefined,
  /** Happens when the page is left: nobody waits for its picture any more. */
  leaving: new Cancellation(),
  onLoad({ id }: { id?: string }) {
    this.recordId = id
    this.leaving = new Cancellation()
  },
  onUnload() {
    this.leaving.cancel()
  },
  onShow() {
    void this.recheck()
  },
  /** Opens the camera once the person has allowed it in the settings. */
  async recheck() {
    if (this.data.refused && !(await isCameraRefused())) this.retry()
  },
  onCameraReady() {
    this.setData({ state: 'ready' })
  },
  async onCameraError({ detail }: WechatMiniprogram.CustomEvent<PlatformError>) {
    const refused = await isCameraRefused()
    this.fail(privacyErrorCode(detail) ?? (refused ? 'CAMERA_REFUSED' : 'CAMERA_UNAVAILABLE'))
  },
  fail(code: ErrorCode) {
    this.setData({ state: 'failed', refused: code === 'CAMERA_REFUSED', error: ERRORS[code] })
  },
  retry() {
    this.setData({ state: 'opening', refused: false })
  },
  toggleTorch() {
    this.setData({ torch: !this.data.torch })
  },
  togglePages() {
    this.setData({ framedPages: this.data.framedPages === 1 ? 2 : 1 })
  },
  async shoot() {
    if (this.data.state !== 'ready') return
    this.setData({ state: 'taking' })
    try {
      await recordPhoto({ path: await takePhoto(), type: 'photo', id: this.recordId }, this.leaving)
    } catch (error) {
      this.fail(toRecognitionError(error, 'CAMERA_UNAVAILABLE').code)
    }
  },
  album() {
    openAlbum(this.recordId)
  },
  fillIn() {
    void fillInByHand(this.recordId)
  },
})
