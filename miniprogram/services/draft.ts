import { describe } from '../vehicle-license/describe'
import { ERRORS } from '../vehicle-license/errors'
import type { FieldKey, VehicleLicense } from '../vehicle-license/fields'
import { noteOn } from '../vehicle-license/note'
import { type Review, review } from '../vehicle-license/review'
import type { Text } from '../vehicle-license/text'
import { knownWarnings, WARNINGS } from '../vehicle-license/warnings'
import { toRecognitionError } from './platform-error'
import type { Progress } from './back-ends/back-end'
import { type RecognitionTask, startRecognition } from './recognize'
import { confirmRecord, licenseOf, type LicenseRecord, saveRecord } from './records'

/** What a person sees of one license on its way from picture to confirmed data. */
export interface DraftState {
  readonly photo: string
  readonly license: VehicleLicense
  readonly review: Review
  /** While a recognition runs. */
  readonly progress: Progress | null
  /** What is wrong with the picture, as far as the engine says. */
  readonly warnings: readonly Text[]
  /** What there is to know about the recognition that just was. */
  readonly note: Text | null
  /** Why the recognition failed. */
  readonly error: Text | null
  /** WeChat's own number for it, for whoever runs the service; 0 where there is none. */
  readonly wechatCode: number
  readonly retryable: boolean
  readonly confirmed: boolean
}

export const EMPTY_STATE: DraftState = {
  photo: '',
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

/** One license on its way. Every change is kept on the phone before it is shown. */
export class Draft {
  private task: RecognitionTask | undefined

  constructor(
    private record: LicenseRecord,
    private readonly show: (changed: Partial<DraftState>) => void,
  ) {
    this.show({
      ...this.values(),
      photo: record.photo ?? '',
      confirmed: record.confirmedAt !== undefined,
    })
    if (record.photo !== undefined && record.recognition === undefined) void this.recognize()
  }

  /** Recognizes the picture. What the person has typed meanwhile stands over what is read. */
  async recognize(): Promise<void> {
    const { photo, type } = this.record
    if (photo === undefined || this.task) return
    this.show({ error: null, note: null })
    this.task = startRecognition({ path: photo, type }, (progress) => this.show({ progress }))
    try {
      const reading = await this.task.result
      this.keep({ ...this.record, recognition: reading.recognition })
      this.show({ ...this.values(), note: noteOn(reading) ?? null })
    } catch (error) {
      this.fail(error)
    } finally {
      this.task = undefined
      this.show({ progress: null })
    }
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
      this.record = await confirmRecord(this.record)
      this.show({ confirmed: true, error: null, note: null, photo: '', ...this.values() })
    } catch (error) {
      this.fail(error)
    }
  }

  /** The license as text, for the clipboard. */
  describe(): string {
    return describe(licenseOf(this.record))
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
    this.show({ error: ERRORS[code], retryable, wechatCode: details.wechatCode ?? 0 })
  }

  private values(): Pick<DraftState, 'license' | 'review' | 'warnings'> {
    const license = licenseOf(this.record)
    const { warnings = [] } = this.record.recognition ?? {}
    return { license, review: review(license), warnings: knownWarnings(warnings).map((code) => WARNINGS[code]) }
  }
}
