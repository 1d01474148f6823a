import { type ErrorCode, ERRORS } from '../../vehicle-license/errors'
import { choosePhotos, type PickedFile } from '../platform/album'
import { finishIntake, removeFromIntake, startIntake, type Place } from './intake'
import { say, strings } from '../settings/language'
import { intakeOf, MAX_PICTURES, type NewPicture } from '../records/license-record'
import { toRecognitionError } from '../platform/errors'
import { Preparation } from '../async/preparation'
import { totalProgress } from '../recognition/progress'
import { getRecord } from '../records/index'
import { openConfirm } from '../navigation/pages'
import { downscaled } from '../pictures/downscale'
import { rejectTooLarge } from '../pictures/too-large'
import { whyUnreadable } from '../pictures/unreadable'

/** What a person sees of the pictures they chose: nothing but the way to the form, unless something is wrong. */
export interface AlbumState {
  /** Pictures that are kept and can be read. */
  readonly waiting: number
  readonly error: string | null
  /** 0..100 of the whole way to the reading, while pictures are made ready */
  readonly percent: number | null
}

export const EMPTY_ALBUM: AlbumState = { waiting: 0, error: null, percent: null }

/** One or two pictures on their way from the album to the form. They are kept from the moment on when they are chosen. */
export class AlbumImport {
  private readonly preparation: Preparation

  constructor(
    private place: Place,
    private readonly most: number,
    private readonly show: (changed: Partial<AlbumState>) => void,
  ) {
    this.preparation = new Preparation((share) =>
      show({ percent: share === null ? null : totalProgress([{ stage: 'prepare', share }]).percent }),
    )
    show({ waiting: this.taken().length })
  }

  /** Lets the person choose, and goes on to the form with what they chose; stops where something is wrong with it. */
  async choose(): Promise<void> {
    try {
      const picked = await choosePhotos(Math.min(this.most, MAX_PICTURES))
      if (picked.length === 0) return
      this.show({ error: null })
      const { usable, trouble } = await rejectTooLarge(picked)
      if (trouble) this.show({ error: say(trouble) })
      if (usable.length > 0) await this.keep(usable)
      const isReadable = await this.dropUnreadable()
      if (trouble || !isReadable || usable.length === 0) return
    } catch (error) {
      this.fail(error, 'ALBUM_UNAVAILABLE')
      return
    }
    await this.goOn()
  }

  /** Makes what was chosen ready to be sent and opens the form. */
  async goOn(): Promise<void> {
    const { recordId } = this.place
    if (recordId === undefined) return
    this.show({ error: null })
    try {
      await this.preparation.run(async (cancellation, onProgress) => {
        const record = await finishIntake(recordId, cancellation, onProgress)
        cancellation.throwIfCancelled()
        openConfirm(record)
      })
    } catch (error) {
      this.fail(error, 'IMAGE_UNREADABLE')
    }
  }

  cancel(): void {
    this.preparation.cancel()
  }

  private taken(): readonly NewPicture[] {
    const { recordId } = this.place
    const record = recordId === undefined ? undefined : getRecord(recordId)
    return (record && intakeOf(record)?.taken) ?? []
  }

  private async keep(usable: readonly PickedFile[]): Promise<void> {
    const taken = usable.slice(0, this.most).map(({ path }): NewPicture => ({ path, type: 'photo' }))
    const record = await startIntake(taken, { at: 'prepare', by: 'album' }, this.place)
    this.place = { ...this.place, recordId: record.id }
    this.show({ waiting: taken.length })
    if (usable.length > this.most) void wx.showToast({ title: strings().album.tooMany, icon: 'none', duration: 3000 })
  }

  /** Puts away what the phone does not show. @returns whether there was none */
  private async dropUnreadable(): Promise<boolean> {
    const taken = this.taken()
    for (const { path } of taken) {
      try {
        await downscaled(path)
      } catch {
        const why = await whyUnreadable(path)
        if (this.place.recordId !== undefined) await removeFromIntake(this.place.recordId, path)
        this.show({ error: say(why) })
      }
    }
    const left = this.taken().length
    if (left !== taken.length) this.show({ waiting: left })
    return left === taken.length
  }

  private fail(error: unknown, fallback: ErrorCode): void {
    this.show({ error: say(ERRORS[toRecognitionError(error, fallback).code]), waiting: this.taken().length })
  }
}
