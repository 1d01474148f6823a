import { describe } from '../../vehicle-license/describe'
import { type ErrorCode, ERRORS } from '../../vehicle-license/errors'
import type { FieldKey, VehicleLicense } from '../../vehicle-license/fields'
import { noteOn } from '../../vehicle-license/note'
import type { Reading } from '../../vehicle-license/recognition'
import { tidy } from '../../vehicle-license/tidy'
import { WARNINGS } from '../../vehicle-license/warnings'
import { CardPhotos, type FieldPhoto } from './card-photos'
import type { DraftState, SameVehicle } from './draft-state'
import { formOf } from './form'
import { hostedScan } from '../navigation/host'
import { say, strings } from '../settings/language'
import {
  isDraft,
  licenseOf,
  type LicenseRecord,
  pageOf,
  type LicensePicture,
  readingOf,
} from '../records/license-record'
import { Throttle } from '../async/throttle'
import { toRecognitionError } from '../platform/errors'
import type { TotalProgress } from '../recognition/progress'
import { type PicturesTask, recognizePictures } from '../recognition/recognize-pictures'
import {
  confirmRecord,
  differencesOf,
  findSame,
  saveRecord,
  settleRecord,
  type Update,
  updateRecord,
} from '../records/index'
import { helpsToRetake, laterNote, retakesOf } from './retakes'
import { UndoConfirm } from './undo-confirm'

function titleOf(picture: LicensePicture): string | null {
  const page = pageOf(picture)
  return page === undefined || page === 'both' ? null : strings().pages[page]
}

const without = (license: VehicleLicense, key: FieldKey): VehicleLicense =>
  Object.fromEntries(Object.entries(license).filter(([other]) => other !== key))

/** What still needs a look is vouched for as it stands. */
function withRestAccepted(record: LicenseRecord): LicenseRecord {
  const accepted: VehicleLicense = { ...record.accepted }
  for (const { key, value } of formOf(record).checks) accepted[key] = value
  return { ...record, accepted }
}

/** One license on its way. Every change is kept on the phone before it is shown. */
export class Draft {
  private task: PicturesTask | undefined
  private readonly progress = new Throttle((progress: TotalProgress) => this.show({ progress }))
  private readonly photos = new CardPhotos()
  private readonly thumbnails = new Map<string, string>()
  /** Paths of pictures that the phone shows no more. */
  private readonly lost = new Set<string>()
  /** Paths of the pictures that were sent and could not be read. */
  private readonly failed = new Set<string>()
  /** Why the pictures could not be read, where they could not. */
  private failure: ErrorCode | undefined
  /** Whether a person wants to change what is confirmed. */
  private isEditing = false
  /** While it can be taken back that it was confirmed. */
  private undo: UndoConfirm | undefined

  constructor(
    private record: LicenseRecord,
    private readonly show: (changed: Partial<DraftState>) => void,
  ) {
    this.refresh()
    void this.showThumbnails()
    void this.recognize()
  }

  /** Of the record that is shown: another one's once that is updated. */
  get id(): string {
    return this.record.id
  }

  /** Recognizes the pictures that are not read yet. What the person has typed meanwhile stands over what is read. */
  async recognize(): Promise<void> {
    const [first, ...more] = this.record.pictures.filter(({ recognition }) => recognition === undefined)
    if (this.task) return
    if (first === undefined) return this.cutStrips()
    this.failed.clear()
    this.failure = undefined
    this.refresh({ error: null, note: null, otherHelps: true, roomHelps: false })
    this.task = recognizePictures([first, ...more], {
      onProgress: (progress) => this.progress.tell(progress),
      onReading: (picture, reading) => this.read(picture, reading),
      onFailure: ({ path }, error) => {
        this.failed.add(path)
        this.fail(error)
      },
    })
    await this.task.done
    this.task = undefined
    this.progress.stop()
    this.refresh({ progress: null })
    await this.cutStrips()
  }

  cancel(): void {
    this.task?.cancel()
  }

  /** Nobody looks any more: what is being read goes on, into the record. */
  leave(): void {
    this.progress.stop()
    this.task?.leave(this.record.id)
  }

  /** Takes a value over what was read; `undefined`: takes back what was typed. */
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

  /** The person vouches for a value as it stands; for none: that the license has none. */
  accept(key: FieldKey): void {
    const value = licenseOf(this.record)[key] ?? ''
    this.keep({ ...this.record, accepted: { ...this.record.accepted, [key]: value } })
    this.refresh()
  }

  /** The person vouches for all that still needs a look. */
  acceptRest(): void {
    this.keep(withRestAccepted(this.record))
    this.refresh()
  }

  /** What still needs a look is vouched for by it: it asks for none any more. */
  confirm(): void {
    this.conclude((checked) => ({ record: confirmRecord(checked) }))
  }

  /** Confirms the license into the record that there is of the same vehicle. */
  updateSame(): void {
    this.conclude((checked) => {
      const existing = findSame(licenseOf(checked), checked.id)
      if (!existing) return { record: confirmRecord(checked) }
      const update = updateRecord(existing, checked)
      return { record: update.record, update }
    })
  }

  /** Takes back that it was confirmed, within the time for it. */
  undoConfirm(): void {
    try {
      if (this.undo) this.record = this.undo.take()
      this.undo = undefined
      this.refresh({ undoable: false })
    } catch (error) {
      this.fail(error)
    }
  }

  /** Opens what is confirmed to be changed. */
  edit(): void {
    this.isEditing = true
    this.refresh()
  }

  /** Drops what was changed since it was confirmed. */
  async dropChanges(): Promise<void> {
    this.isEditing = false
    this.keep({ ...this.record, typed: {} })
    if (!this.undo) this.record = await settleRecord(this.record)
    this.refresh()
  }

  keepPictures(keepsPictures: boolean): void {
    this.keep({ ...this.record, keepsPictures })
    this.refresh()
  }

  /** The license as text, for the clipboard. */
  describe(): string {
    return describe(licenseOf(this.record))
  }

  /** Where a field stands in the pictures, if anywhere. */
  async photoOf(key: FieldKey): Promise<FieldPhoto | undefined> {
    // The value can be checked without it.
    return this.photos.of(this.record, key).catch(() => undefined)
  }

  private conclude(how: (checked: LicenseRecord) => { record: LicenseRecord; update?: Update }): void {
    try {
      const before = this.record
      const { record, update } = how(withRestAccepted(before))
      this.record = record
      this.undo = new UndoConfirm(before, record.id, update, (settled) => this.settled(settled))
      this.isEditing = false
      this.refresh({ error: null, note: null, roomHelps: false, undoable: true })
    } catch (error) {
      this.fail(error)
    }
  }

  /** It cannot be taken back any more that it was confirmed. */
  private settled(record: LicenseRecord | undefined): void {
    this.undo = undefined
    if (record && !isDraft(this.record)) this.record = record
    this.refresh({ undoable: false })
  }

  private same(): SameVehicle | null {
    const license = licenseOf(this.record)
    const existing = this.record.confirmed ? undefined : findSame(license, this.record.id)
    if (!existing) return null
    const known = licenseOf(existing)
    const differences = differencesOf(known, license).map(({ key, ...values }) => ({
      ...values,
      label: strings().fields[key],
    }))
    return { title: strings().form.same(known.plateNum ?? known.vin ?? '', differences.length), differences }
  }

  private read({ path }: LicensePicture, reading: Reading): void {
    const { recognition, engine } = reading
    const pictures = this.record.pictures.map((known) =>
      known.path === path ? { ...known, recognition, ...(engine && { engine }) } : known,
    )
    this.keep({ ...this.record, pictures })
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

  /** Cuts out what a person compares with. */
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

  /** There is room again. */
  private recover(): void {
    this.failure = undefined
    this.show({ error: null, roomHelps: false, otherHelps: true })
  }

  private fail(error: unknown): void {
    const { code, retryable, details } = toRecognitionError(error, 'ENGINE_UNAVAILABLE')
    this.failure = code
    this.show({
      error: say(ERRORS[code]),
      retryable,
      wechatCode: details.wechatCode ?? 0,
      note: laterNote(code),
      retakes: retakesOf(this.record.pictures, code),
      otherHelps: helpsToRetake(code),
      // What fills another program's storage is its own.
      roomHelps: code === 'STORAGE_FULL' && !hostedScan(),
    })
  }

  /** Shows the record as it stands. */
  private refresh(more: Partial<DraftState> = {}): void {
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
      // A person looked at all of it: what was hard to read does not matter any more.
      warnings: isConfirmed ? [] : readingOf(this.record).warnings.map((code) => say(WARNINGS[code])),
      confirmed: isConfirmed,
      changed,
      keepsPictures,
      same: this.same(),
      ...more,
    })
  }
}
