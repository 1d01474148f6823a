import { describe } from '../vehicle-license/describe'
import { ERRORS } from '../vehicle-license/errors'
import type { FieldKey, VehicleLicense } from '../vehicle-license/fields'
import { noteOn } from '../vehicle-license/note'
import type { Reading } from '../vehicle-license/recognition'
import { type Review, review } from '../vehicle-license/review'
import { WARNINGS } from '../vehicle-license/warnings'
import { say, strings } from './language'
import { licenseOf, type LicenseRecord, type Picture, readingOf } from './license-record'
import { toRecognitionError } from './platform-error'
import type { Overall } from './progress'
import { type PicturesTask, recognizePictures } from './recognize-pictures'
import { confirmRecord, saveRecord, settleRecord } from './records'
import { type Retake, retakesOf } from './retakes'

/** A picture as it is shown. */
export interface ShownPicture {
  readonly path: string
  /** What it shows, where that is told. */
  readonly title: string | null
  /** It was sent, and could not be read. */
  readonly failed: boolean
}

/** What a person sees of one license on its way from picture to confirmed data. */
export interface DraftState {
  readonly pictures: readonly ShownPicture[]
  readonly retakes: readonly Retake[]
  readonly license: VehicleLicense
  /** What to look at again, by field. */
  readonly review: Partial<Record<FieldKey, string>>
  /** While a recognition runs. */
  readonly progress: Overall | null
  /** What is wrong with the pictures, as far as the engine says. */
  readonly warnings: readonly string[]
  /** What there is to know about the recognition that just was. */
  readonly note: string | null
  /** Why the recognition failed. */
  readonly error: string | null
  /** WeChat's own number for it, for whoever runs the service; 0 where there is none. */
  readonly wechatCode: number
  readonly retryable: boolean
  readonly confirmed: boolean
}

export const EMPTY_STATE: DraftState = {
  pictures: [],
  retakes: [],
  license: {},
  review: {},
  progress: null,
  warnings: [],
  note: null,
  error: null,
  wechatCode: 0,
  retryable: false,
  confirmed: false,
}

const titleOf = ({ page }: Picture): string | null =>
  page === undefined || page === 'both' ? null : strings().pages[page]

const told = (found: Review): DraftState['review'] =>
  Object.fromEntries(Object.entries(found).map(([key, text]) => [key, say(text)]))

/** Doubts of what was read; what was typed is certain. */
const doubtsOf = (record: LicenseRecord): Review =>
  Object.fromEntries(Object.entries(readingOf(record).doubts).filter(([key]) => !(key in record.typed)))

/** One license on its way. Every change is kept on the phone before it is shown. */
export class Draft {
  private task: PicturesTask | undefined
  /** Paths of the pictures that were sent and could not be read. */
  private readonly failed = new Set<string>()

  constructor(
    private record: LicenseRecord,
    private readonly show: (changed: Partial<DraftState>) => void,
  ) {
    this.show({ ...this.values(), confirmed: record.confirmed !== undefined })
    void this.recognize()
  }

  /** Recognizes the pictures that are not read yet. What the person has typed meanwhile stands over what is read. */
  async recognize(): Promise<void> {
    const [first, ...more] = this.record.pictures.filter(({ recognition }) => recognition === undefined)
    if (first === undefined || this.task) return
    this.failed.clear()
    this.show({ ...this.values(), error: null, note: null })
    this.task = recognizePictures([first, ...more], {
      onProgress: (progress) => this.show({ progress }),
      onReading: (picture, reading) => this.read(picture, reading),
      onFailure: ({ path }, error) => {
        this.failed.add(path)
        this.fail(error)
      },
    })
    await this.task.done
    this.task = undefined
    this.show({ ...this.values(), progress: null })
  }

  cancel(): void {
    this.task?.cancel()
  }

  type(key: FieldKey, value: string): void {
    this.keep({ ...this.record, typed: { ...this.record.typed, [key]: value } })
    this.show(this.values())
  }

  async confirm(): Promise<void> {
    try {
      this.record = await settleRecord(confirmRecord(this.record))
      this.show({ confirmed: true, error: null, note: null, ...this.values() })
    } catch (error) {
      this.fail(error)
    }
  }

  /** The license as text, for the clipboard. */
  describe(): string {
    return describe(licenseOf(this.record))
  }

  private read({ path }: Picture, reading: Reading): void {
    const { recognition } = reading
    const pictures = this.record.pictures.map((known) =>
      known.path === path ? { ...known, recognition, ...(reading.engine && { engine: reading.engine }) } : known,
    )
    this.keep({ ...this.record, pictures })
    const note = noteOn(reading)
    this.show({ ...this.values(), note: note ? say(note) : null })
  }

  private keep(record: LicenseRecord): void {
    this.record = record
    try {
      saveRecord(record)
    } catch (error) {
      this.fail(error)
    }
  }

  private fail(error: unknown): void {
    const { code, retryable, details } = toRecognitionError(error, 'ENGINE_UNAVAILABLE')
    this.show({ error: say(ERRORS[code]), retryable, wechatCode: details.wechatCode ?? 0 })
  }

  private values(): Pick<DraftState, 'pictures' | 'retakes' | 'license' | 'review' | 'warnings'> {
    const license = licenseOf(this.record)
    return {
      pictures: this.record.pictures.map((picture) => ({
        path: picture.path,
        title: titleOf(picture),
        failed: this.failed.has(picture.path),
      })),
      retakes: retakesOf(this.record.pictures),
      license,
      review: told({ ...review(license), ...doubtsOf(this.record) }),
      warnings: readingOf(this.record).warnings.map((code) => say(WARNINGS[code])),
    }
  }
}
