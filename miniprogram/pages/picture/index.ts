import { isWhole } from '../../image/quad'
import { fit, type Size } from '../../image/size'
import { localize, wordsOf } from '../../components/words'
import { confirm } from '../../services/platform/dialogs'
import { crop } from '../../services/navigation/crop'
import {
  discardEdit,
  editedPicture,
  isChanged,
  keepEdit,
  remake,
  removePicture,
} from '../../services/flow/edit-picture'
import { enlarge } from '../../services/pictures/enlarge'
import { say, strings } from '../../services/settings/language'
import { toRecognitionError } from '../../services/platform/errors'
import { Preparation } from '../../services/async/preparation'
import { previewOf } from '../../services/pictures/preview'
import { inPixels, windowSize } from '../../services/platform/screen'
import { preparationPercent } from '../../services/recognition/progress'
import { getRecord } from '../../services/records/index'
import { isOverForm, openAlbum, openConfirm, retakePicture } from '../../services/navigation/pages'
import { editOf, type EditorPicture, sizeAsTurned, turnedClockwise } from '../../services/pictures/editor-picture'
import { ERRORS } from '../../vehicle-license/errors'
import type { RecognitionType } from '../../vehicle-license/recognition'

/** rpx */
const BOX = { width: 702, height: 760 }
/** Share of the window height; the tools are below. */
const MAX_SHARE = 0.55
/** rpx; the crop page shows the same preview, no wider */
const PREVIEW_WIDTH = 606

const boxInWindow = (): Size => ({ ...BOX, height: Math.min(BOX.height, MAX_SHARE * windowSize().height) })

/** Shows and edits a picture of a record. Edits are applied when the person is done. */
Page({
  data: {
    s: wordsOf('picture'),
    types: ['photo', 'scan'] as const satisfies readonly RecognitionType[],
    picture: null as EditorPicture | null,
    /** rpx */
    shown: { width: 0, height: 0 },
    cropped: false,
    /** False for confirmed licenses. */
    editable: false,
    error: null as string | null,
    /** 0..100 of the way to the recognition, while the picture is compressed */
    percent: null as number | null,
  },
  recordId: '',
  /** of the picture in the record */
  path: '',
  index: 0,
  isRecordChanged: false,
  preparation: undefined as Preparation | undefined,
  onLoad({ id = '', path = '' }: { id?: string; path?: string }) {
    localize(this, 'picture')
    this.recordId = id
    this.index = Number(path)
    this.preparation = new Preparation((share) =>
      this.setData({ percent: share === null ? null : preparationPercent(share) }),
    )
    const record = getRecord(id)
    const picture = record?.pictures[this.index]
    if (!record || !picture) return
    this.path = picture.path
    this.setData({ editable: !record.confirmed })
    this.showPicture(editedPicture(record, picture))
    void this.preview()
  },
  /** Discards an edit that was not applied. */
  onUnload() {
    this.preparation?.cancel()
    if (!this.isRecordChanged) discardEdit(this.recordId)
    // No channel if the page was not opened from the form.
    this.getOpenerEventChannel().emit?.('closed', this.isRecordChanged)
  },
  async preview() {
    const { path } = this.data.picture ?? { path: '' }
    const { preview, size } = await previewOf(path, inPixels({ ...boxInWindow(), width: PREVIEW_WIDTH })).catch(() => ({
      preview: path,
      size: undefined,
    }))
    const { picture } = this.data
    if (picture) this.showPicture({ ...picture, preview, ...(size && { size }) })
  },
  showPicture(picture: EditorPicture) {
    this.setData({ picture, shown: fit(sizeAsTurned(picture), boxInWindow()), cropped: !isWhole(picture.quad) })
  },
  change(picture: EditorPicture) {
    this.showPicture(picture)
    try {
      keepEdit(this.recordId, this.path, picture)
    } catch {
      // Storage is full: the edit lasts while the page is open.
    }
  },
  onShown({ detail }: WechatMiniprogram.CustomEvent<Size>) {
    const { picture } = this.data
    if (picture && !picture.size) this.showPicture({ ...picture, size: detail })
  },
  async enlarge() {
    const { picture } = this.data
    if (!picture) return
    await this.prepare((...job) => enlarge(picture.path, editOf(picture), ...job))
  },
  turn() {
    const { picture } = this.data
    if (picture) this.change(turnedClockwise(picture))
  },
  async crop() {
    const { picture } = this.data
    if (!picture?.size) return
    const quad = await crop(picture)
    if (quad) this.change({ ...picture, quad })
  },
  changeType({ currentTarget }: DataEvent<{ type: RecognitionType }>) {
    const { picture } = this.data
    if (picture) this.change({ ...picture, type: currentTarget.dataset.type })
  },
  retake() {
    const record = getRecord(this.recordId)
    if (record) retakePicture(record, this.index)
  },
  replace() {
    openAlbum(this.recordId, this.index)
  },
  async remove() {
    const { removeTitle, removeText } = strings().picture
    if (!(await confirm({ title: removeTitle, content: removeText }))) return
    await removePicture(this.recordId, this.path)
    this.leave(true)
  },
  async done() {
    const { picture } = this.data
    const before = getRecord(this.recordId)?.pictures[this.index]
    if (!picture || !before || !isChanged(before, picture)) {
      this.leave(false)
      return
    }
    await this.prepare(async (...job) => {
      await remake(this.recordId, this.path, picture, ...job)
      this.leave(true)
    })
  },
  cancel() {
    this.preparation?.cancel()
  },
  async prepare(work: Parameters<Preparation['run']>[0]) {
    this.setData({ error: null })
    try {
      await this.preparation?.run(work)
    } catch (error) {
      this.setData({ error: say(ERRORS[toRecognitionError(error, 'IMAGE_UNREADABLE').code]) })
    }
  },
  leave(isChanged: boolean) {
    this.isRecordChanged = isChanged
    if (isOverForm()) void wx.navigateBack()
    else {
      if (!isChanged) discardEdit(this.recordId)
      openConfirm({ id: this.recordId })
    }
  },
  back() {
    this.leave(false)
  },
})
