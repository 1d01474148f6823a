import type { Place } from './place'
import { type ErrorCode, ERRORS } from '../../vehicle-license/errors'
import { choosePhotos, type PickedFile } from '../platform/album'
import { finishIntake, removeFromIntake, startIntake } from './intake'
import { say, strings } from '../settings/language'
import { intakeOf, MAX_PICTURES, type NewPicture } from '../records/license-record'
import { toRecognitionError } from '../platform/errors'
import { Preparation } from '../async/preparation'
import { preparationPercent } from '../recognition/progress'
import { getRecord } from '../records/index'
import { openConfirm } from '../navigation/pages'
import { downscaled } from '../pictures/downscale'
import { rejectTooLarge } from '../pictures/too-large'
import { whyUnreadable } from '../pictures/unreadable'

/** What the album page shows. */
export interface AlbumState {
  /** Number of pictures that are saved and readable. */
  readonly waiting: number
  readonly error: string | null
  /** 0..100 of the way to the recognition, while the pictures are compressed */
  readonly percent: number | null
}

export const EMPTY_ALBUM: AlbumState = { waiting: 0, error: null, percent: null }

/** Brings one or two pictures from the album to the form. They are saved as soon as they are chosen. */
export class AlbumImport {
  private readonly preparation: Preparation

  constructor(
    private place: Place,
    private readonly maxCount: number,
    private readonly show: (changed: Partial<AlbumState>) => void,
  ) {
    this.preparation = new Preparation((share) => show({ percent: share === null ? null : preparationPercent(share) }))
    show({ waiting: this.taken().length })
  }

  /** Opens the picker and then the form, unless a picture is unusable. */
  async choose(): Promise<void> {
    try {
      const picked = await choosePhotos(Math.min(this.maxCount, MAX_PICTURES))
      if (picked.length === 0) return
      this.show({ error: null })
      const { usable, problem } = await rejectTooLarge(picked)
      if (problem) this.show({ error: say(problem) })
      if (usable.length > 0) await this.keep(usable)
      const areAllReadable = await this.removeUnreadable()
      if (problem || !areAllReadable || usable.length === 0) return
    } catch (error) {
      this.fail(error, 'ALBUM_UNAVAILABLE')
      return
    }
    await this.proceed()
  }

  /** Compresses the pictures and opens the form. */
  async proceed(): Promise<void> {
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
    const taken = usable.slice(0, this.maxCount).map(({ path }): NewPicture => ({ path, type: 'photo' }))
    const record = await startIntake(taken, { at: 'prepare', by: 'album' }, this.place)
    this.place = { ...this.place, recordId: record.id }
    this.show({ waiting: taken.length })
    if (usable.length > this.maxCount)
      void wx.showToast({ title: strings().album.tooMany, icon: 'none', duration: 3000 })
  }

  /** @returns whether all pictures can be decoded */
  private async removeUnreadable(): Promise<boolean> {
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
