import { choosePhoto } from '../../services/album'
import { Cancellation } from '../../services/cancellation'
import { toRecognitionError } from '../../services/platform-error'
import { fillInByHand, openCamera, recordPhoto } from '../../services/scan'
import { type ErrorCode, ERRORS } from '../../vehicle-license/errors'
import type { RecognitionType } from '../../vehicle-license/recognition'
import type { Text } from '../../vehicle-license/text'

interface Data {
  /** Temporary path of the picture that was chosen. */
  photo: string
  type: RecognitionType
  /** While the picture is made ready to send. */
  preparing: boolean
  error: Text | null
}

const DATA: Data = { photo: '', type: 'photo', preparing: false, error: null }

Page({
  data: DATA,
  /** The record that the picture is chosen again for. */
  recordId: undefined as string | undefined,
  /** Happens when the page is left: nobody waits for its picture any more. */
  leaving: new Cancellation(),
  onLoad({ id }: { id?: string }) {
    this.recordId = id
    this.leaving = new Cancellation()
    void this.choose()
  },
  onUnload() {
    this.leaving.cancel()
  },
  fail(error: unknown, fallback: ErrorCode) {
    this.setData({ error: ERRORS[toRecognitionError(error, fallback).code] })
  },
  async choose() {
    try {
      const photo = await choosePhoto()
      if (photo !== undefined) this.setData({ photo, error: null })
    } catch (error) {
      this.fail(error, 'ALBUM_UNAVAILABLE')
    }
  },
  onPhotoError() {
    this.setData({ photo: '', error: ERRORS.IMAGE_UNREADABLE })
  },
  enlarge() {
    void wx.previewImage({ urls: [this.data.photo] })
  },
  changeType(event: { detail: RecognitionType }) {
    this.setData({ type: event.detail })
  },
  async use() {
    if (this.data.preparing) return
    this.setData({ preparing: true })
    try {
      await recordPhoto({ path: this.data.photo, type: this.data.type, id: this.recordId }, this.leaving)
    } catch (error) {
      this.setData({ photo: '' })
      this.fail(error, 'IMAGE_UNREADABLE')
    } finally {
      this.setData({ preparing: false })
    }
  },
  camera() {
    openCamera(this.recordId)
  },
  fillIn() {
    void fillInByHand(this.recordId)
  },
})
