import { describe } from '../../vehicle-license/describe'
import type { ErrorCode } from '../../vehicle-license/errors'
import type { FieldKey, VehicleLicense } from '../../vehicle-license/fields'
import { noteOn } from '../../vehicle-license/note'
import type { Reading } from '../../vehicle-license/recognition'
import { tidy } from '../../vehicle-license/tidy'
import { Throttle } from '../async/throttle'
import { toRecognitionError } from '../platform/errors'
import type { TotalProgress } from '../recognition/progress'
import { type PicturesTask, recognizePictures } from '../recognition/recognize-pictures'
import { confirmRecord, findSame, saveRecord, settleRecord, type Update, updateRecord } from '../records/index'
import { isDraft, licenseOf, type LicensePicture, type LicenseRecord, withReading } from '../records/license-record'
import { say } from '../settings/language'
import { CardPhotos, type FieldPhoto } from './card-photos'
import type { DraftState } from './draft-state'
import { failureView, sameVehicleAs, titleOf, warningsOf } from './draft-view'
import { formOf } from './form'
import { retakesOf } from './retakes'
import { UndoConfirm } from './undo-confirm'

const without = (license: VehicleLicense, key: FieldKey): VehicleLicense =>
  Object.fromEntries(Object.entries(license).filter(([other]) => other !== key))

/** Accepts all values that still need checking. */
function withRestAccepted(record: LicenseRecord): LicenseRecord {
  const accepted: VehicleLicense = { ...record.accepted }
  for (const { key, value } of formOf(record).checks) accepted[key] = value
  return { ...record, accepted }
}

/** A license being recognized, corrected and confirmed. Every change is saved before it is shown. */
export class Draft {
  private task: PicturesTask | undefined
  private readonly progress = new Throttle((progress: TotalProgress) => this.show({ progress }))
  private readonly photos = new CardPhotos()
  private readonly thumbnails = new Map<string, string>()
  /** Paths of pictures that cannot be decoded any more. */
  private readonly lost = new Set<string>()
  /** Paths of pictures whose recognition failed. */
  private readonly failed = new Set<string>()
  private failure: ErrorCode | undefined
  /** Whether a confirmed license is being edited. */
  private isEditing = false
  private undo: UndoConfirm | undefined

  constructor(
    private record: LicenseRecord,
    private readonly show: (changed: Partial<DraftState>) => void,
  ) {
    this.refresh()
    void this.showThumbnails()
    void this.recognize()
  }

  /** Changes when an existing record is updated. */
  get id(): string {
    return this.record.id
  }

  /** Recognizes all pictures that are not yet. Values typed meanwhile have priority. */
  async recognize(): Promise<void> {
    const [first, ...more] = this.record.pictures.filter(({ recognition }) => recognition === undefined)
    if (this.task) return
    if (first === undefined) return this.cutStrips()
    this.failed.clear()
    this.failure = undefined
    this.refresh({ error: null, note: null, otherHelps: true, roomHelps: false })
    this.task = recognizePictures([first, ...more], {
      onProgress: (progress) => this.progress.update(progress),
      onReading: (picture, reading) => this.addReading(picture, reading),
      onFailure: ({ path }, error) => {
        this.failed.add(path)
        this.fail(error)
      },
    })
    await this.task.done
    this.task = undefined
    this.progress.cancel()
    this.refresh({ progress: null })
    await this.cutStrips()
  }

  cancel(): void {
    this.task?.cancel()
  }

  /** The page closes. Running recognitions continue, and their results go into the record. */
  leave(): void {
    this.progress.cancel()
    this.task?.leave(this.record.id)
  }

  /** @param input undefined: reverts to the recognized value */
  set(key: FieldKey, input: string | undefined): void {
    const value = input === undefined ? undefined : tidy(key, input)
    const { typed, accepted } = this.record
    this.keep({
      ...this.record,
      typed: value === undefined ? without(typed, key) : { ...typed, [key]: value },
      accepted: without(accepted, key),
    })
    this.refresh()
    void this.cutStrips()
  }

  /** The person confirms a value, or that the license has none. */
  accept(key: FieldKey): void {
    const value = licenseOf(this.record)[key] ?? ''
    this.keep({ ...this.record, accepted: { ...this.record.accepted, [key]: value } })
    this.refresh()
  }

  acceptRest(): void {
    this.keep(withRestAccepted(this.record))
    this.refresh()
  }

  /** Also accepts all values that still need checking. */
  confirm(): void {
    this.finish((checked) => ({ record: confirmRecord(checked) }))
  }

  /** Confirms the license and updates the existing record of the same vehicle with it. */
  updateSame(): void {
    this.finish((checked) => {
      const existing = findSame(licenseOf(checked), checked.id)
      if (!existing) return { record: confirmRecord(checked) }
      const update = updateRecord(existing, checked)
      return { record: update.record, update }
    })
  }

  undoConfirm(): void {
    try {
      if (this.undo) this.record = this.undo.undo()
      this.undo = undefined
      this.refresh({ undoable: false })
    } catch (error) {
      this.fail(error)
    }
  }

  /** Starts to edit a confirmed license. */
  edit(): void {
    this.isEditing = true
    this.refresh()
  }

  /** Reverts to what was confirmed. */
  async discardChanges(): Promise<void> {
    this.isEditing = false
    this.keep({ ...this.record, typed: {} })
    if (!this.undo) this.record = await settleRecord(this.record)
    this.refresh()
  }

  keepPictures(keepsPictures: boolean): void {
    this.keep({ ...this.record, keepsPictures })
    this.refresh()
  }

  /** As text, for the clipboard. */
  describe(): string {
    return describe(licenseOf(this.record))
  }

  async photoOf(key: FieldKey): Promise<FieldPhoto | undefined> {
    // Optional: the value can be checked without it.
    return this.photos.of(this.record, key).catch(() => undefined)
  }

  private finish(confirm: (checked: LicenseRecord) => { record: LicenseRecord; update?: Update }): void {
    try {
      const before = this.record
      const { record, update } = confirm(withRestAccepted(before))
      this.record = record
      this.undo = new UndoConfirm(before, record.id, update, (latest) => this.onUndoExpired(latest))
      this.isEditing = false
      this.refresh({ error: null, note: null, roomHelps: false, undoable: true })
    } catch (error) {
      this.fail(error)
    }
  }

  private onUndoExpired(record: LicenseRecord | undefined): void {
    this.undo = undefined
    if (record && !isDraft(this.record)) this.record = record
    this.refresh({ undoable: false })
  }

  private addReading({ path }: LicensePicture, reading: Reading): void {
    this.keep(withReading(this.record, path, reading))
    const note = noteOn(reading)
    this.refresh({ note: note ? say(note) : null })
  }

  private async showThumbnails(): Promise<void> {
    for (const { path } of this.record.pictures) {
      const thumbnail = await this.photos.thumbnail(path).catch(() => undefined)
      if (thumbnail === undefined) this.lost.add(path)
      else this.thumbnails.set(path, thumbnail)
    }
    if (this.record.pictures.length > 0) this.refresh()
  }

  private async cutStrips(): Promise<void> {
    const strips: Partial<Record<FieldKey, string>> = {}
    for (const { key } of formOf(this.record).checks) {
      const strip = await this.photos.strip(this.record, key).catch(() => undefined)
      if (strip !== undefined) strips[key] = strip
    }
    this.show({ strips })
  }

  private keep(record: LicenseRecord): void {
    this.record = record
    try {
      saveRecord(record)
      if (this.failure === 'STORAGE_FULL') this.recover()
    } catch (error) {
      this.fail(error)
    }
  }

  /** Storage has room again. */
  private recover(): void {
    this.failure = undefined
    this.show({ error: null, roomHelps: false, otherHelps: true })
  }

  private fail(error: unknown): void {
    this.failure = toRecognitionError(error, 'ENGINE_UNAVAILABLE').code
    this.show(failureView(error, this.record))
  }

  private refresh(extra: Partial<DraftState> = {}): void {
    const { pictures, confirmed, keepsPictures = false } = this.record
    const changed = confirmed !== undefined && (this.isEditing || isDraft(this.record))
    const isConfirmed = confirmed !== undefined && !changed
    this.show({
      pictures: pictures.map((picture) => ({
        path: picture.path,
        thumbnail: this.thumbnails.get(picture.path) ?? '',
        title: titleOf(picture),
        failed: this.failed.has(picture.path),
        lost: this.lost.has(picture.path),
      })),
      retakes: retakesOf(pictures, this.failure),
      form: formOf(this.record, changed),
      // A confirmed license has been checked: how well it was readable no longer matters.
      warnings: isConfirmed ? [] : warningsOf(this.record),
      confirmed: isConfirmed,
      changed,
      keepsPictures,
      same: sameVehicleAs(this.record),
      ...extra,
    })
  }
}
