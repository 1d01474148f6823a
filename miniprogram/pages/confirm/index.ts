import { localize, wordsOf } from '../../components/words'
import type { FieldPhoto } from '../../services/flow/card-photos'
import { Draft } from '../../services/flow/draft'
import { EMPTY_STATE } from '../../services/flow/draft-state'
import type { FieldView } from '../../services/flow/form'
import { confirm } from '../../services/platform/dialogs'
import { hostedScan } from '../../services/navigation/host'
import { strings } from '../../services/settings/language'
import { getRecord } from '../../services/records/index'
import { goHome, openAlbum, openCamera, openPicture } from '../../services/navigation/pages'
import type { FieldKey, LicensePage } from '../../vehicle-license/fields'

type OfField<Detail = unknown> = WechatMiniprogram.CustomEvent<{ key: FieldKey } & Detail>

Page({
  data: {
    ...EMPTY_STATE,
    s: wordsOf('confirm'),
    missing: false,
    /** Key of the field that is being edited, or empty. */
    editing: '',
    edited: null as FieldView | null,
    photo: null as FieldPhoto | null,
  },
  draft: undefined as Draft | undefined,
  recordId: '',
  loads: 0,
  onLoad({ id = '' }: { id?: string }) {
    localize(this, 'confirm')
    this.recordId = id
    this.load()
  },
  load() {
    const record = getRecord(this.recordId)
    const load = ++this.loads
    // Ignore a previous draft, which may still be running.
    const show = (changed: object) => {
      if (load === this.loads) this.setData(changed)
    }
    if (record) this.draft = new Draft(record, show)
    else this.setData({ missing: true })
  },
  onUnload() {
    this.draft?.leave()
  },
  retry() {
    void this.draft?.recognize()
  },
  cancel() {
    this.draft?.cancel()
  },

  accept({ detail }: OfField) {
    this.draft?.accept(detail.key)
  },
  correct({ detail }: OfField<{ value: string }>) {
    this.draft?.set(detail.key, detail.value)
  },
  edit({ detail }: OfField) {
    this.openEditor(detail.key)
  },
  async choose({ detail }: OfField<{ value: string }>) {
    if (!this.data.confirmed) this.openEditor(detail.key)
    else if (detail.value !== '') await wx.setClipboardData({ data: detail.value })
  },
  openEditor(key: FieldKey) {
    const fields = this.data.form.pages.flatMap((page) => page.fields)
    this.setData({ editing: key, edited: fields.find((field) => field.key === key) ?? null, photo: null })
    void this.showPhoto(key)
  },
  async showPhoto(key: FieldKey) {
    const photo = await this.draft?.photoOf(key)
    if (photo && this.data.editing === key) this.setData({ photo })
  },
  closeEditor() {
    this.setData({ editing: '' })
  },
  take({ detail }: OfField<{ value: string }>) {
    this.draft?.set(detail.key, detail.value)
  },
  revert({ detail }: OfField) {
    this.draft?.set(detail.key, undefined)
  },

  /** The main button. */
  go() {
    const { step, checks } = this.data.form
    const first = step.kind === 'fill' ? checks.find(({ reason }) => reason === 'missing') : checks[0]
    if (step.kind === 'confirm' && this.data.same) this.update()
    else if (step.kind === 'confirm' || step.kind === 'save') this.confirm()
    else if (first) void wx.pageScrollTo({ selector: `#check-${first.key}`, offsetTop: -16 })
  },
  confirm() {
    const host = hostedScan()
    if (host && this.draft) {
      host.confirm(this.draft.id)
      return
    }
    this.draft?.confirm()
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  /** Confirms into the existing record of the same vehicle. */
  update() {
    this.draft?.updateSame()
    this.recordId = this.draft?.id ?? this.recordId
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  async confirmAnyway() {
    const { form } = strings()
    const isConfirmed = await confirm({
      title: form.anyway,
      content: form.anywayText(this.data.form.checks.length),
      confirmText: form.anywayYes,
      cancelText: form.anywayNo,
    })
    if (!isConfirmed) return
    // With an existing record of the vehicle, the person still has to choose what happens to it.
    if (this.data.same) this.draft?.acceptRest()
    else this.confirm()
  },
  undo() {
    this.draft?.undoConfirm()
    this.recordId = this.draft?.id ?? this.recordId
  },
  keepPictures({ detail }: WechatMiniprogram.SwitchChange) {
    this.draft?.keepPictures(detail.value)
  },
  async copy() {
    if (this.draft) await wx.setClipboardData({ data: this.draft.describe() })
  },
  editConfirmed() {
    this.draft?.edit()
  },
  async drop() {
    const { form } = strings()
    if (await confirm({ title: form.dropTitle, content: form.dropText })) await this.draft?.discardChanges()
  },

  async openPicture({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
    if (!(await openPicture(this.recordId, detail.index))) return
    this.draft?.cancel()
    this.setData({ ...EMPTY_STATE })
    this.load()
  },
  retake({ currentTarget }: DataEvent<{ page?: LicensePage }>) {
    openCamera(this.recordId, currentTarget.dataset.page)
  },
  replace() {
    openAlbum(this.recordId)
  },
  makeRoom() {
    void wx.navigateTo({ url: '../room/index' })
  },
  next() {
    openCamera()
  },
  home() {
    goHome()
  },
})
