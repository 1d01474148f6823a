import { changesOf, chosenPicture, type ChosenPicture, MAX_PICTURES, turnedOnce } from '../vehicle-license/crop/chosen'
import { type ErrorCode, ERRORS } from '../vehicle-license/errors'
import type { Size } from '../vehicle-license/picture/pose'
import type { RecognitionType } from '../vehicle-license/recognition'
import { choosePhotos } from './album'
import { crop } from './cropping'
import { say, strings } from './language'
import { toRecognitionError } from './platform-error'
import { Preparation } from './preparation'
import { enlarge } from './preview'
import { overall } from './progress'
import { recordPhotos } from './scan'
import { suggestTypeOf } from './thumbnail'
import { sift } from './too-large'
import { whyUnreadable } from './unreadable'

/** What a person sees of the pictures they chose. */
export interface ChosenState {
  readonly pictures: readonly ChosenPicture[]
  /** What there is to know about the choice. */
  readonly note: string | null
  readonly error: string | null
  /** 0..100 of the whole way to the reading, while pictures are made ready */
  readonly percent: number | null
}

export const NOTHING_CHOSEN: ChosenState = { pictures: [], note: null, error: null, percent: null }

/** One or two pictures on their way from the album to a record. What was done to them stays until they are in it. */
export class ChosenPictures {
  private pictures: readonly ChosenPicture[] = []
  private readonly preparation: Preparation
  private count = 0

  constructor(
    private readonly recordId: string | undefined,
    private readonly show: (changed: Partial<ChosenState>) => void,
  ) {
    this.preparation = new Preparation((share) =>
      show({ percent: share === null ? null : overall([{ stage: 'prepare', share }]).percent }),
    )
  }

  /** Lets the person choose as many as there is room for. */
  async add(): Promise<void> {
    await this.choose(MAX_PICTURES - this.pictures.length, (chosen) => [...this.pictures, ...chosen])
  }

  async replace(id: string): Promise<void> {
    await this.choose(1, (chosen) => this.pictures.flatMap((picture) => (picture.id === id ? chosen : [picture])))
  }

  remove(id: string): void {
    this.keep(this.pictures.filter((picture) => picture.id !== id))
    this.show({ error: null, note: null })
  }

  turn(id: string): void {
    this.change(id, turnedOnce)
  }

  async crop(id: string): Promise<void> {
    const picture = this.find(id)
    if (!picture?.size) return
    const quad = await crop(picture)
    if (quad) this.change(id, (now) => ({ ...now, quad }))
  }

  setType(id: string, type: RecognitionType): void {
    this.change(id, (picture) => ({ ...picture, type, typedBy: 'person' }))
  }

  /** The phone shows the picture, so that its size is known; px, upright. */
  async shown(id: string, size: Size): Promise<void> {
    const picture = this.find(id)
    if (!picture || picture.size) return
    this.change(id, (now) => ({ ...now, size }))
    const type = await suggestTypeOf(picture.path, size)
    this.change(id, (now) => (now.typedBy === 'person' ? now : { ...now, type }))
  }

  /** The phone does not show the picture. */
  async unreadable(id: string): Promise<void> {
    const picture = this.find(id)
    if (!picture) return
    this.remove(id)
    this.show({ error: say(await whyUnreadable(picture.path)) })
  }

  /** Shows a picture as large as the person likes, as it would be sent. */
  async enlarge(id: string): Promise<void> {
    const picture = this.find(id)
    if (picture) await this.prepare((...watch) => enlarge(picture.path, changesOf(picture), ...watch))
  }

  /** Puts the pictures into the record and leads on to its form. */
  async send(): Promise<void> {
    const photos = this.pictures.map((picture) => ({
      path: picture.path,
      type: picture.type,
      edit: changesOf(picture),
    }))
    await this.prepare((...watch) => recordPhotos(photos, this.recordId, ...watch))
  }

  cancel(): void {
    this.preparation.cancel()
  }

  private async prepare(work: Parameters<Preparation['run']>[0]): Promise<void> {
    this.show({ error: null, note: null })
    await this.preparation.run(work).catch((error: unknown) => this.fail(error, 'IMAGE_UNREADABLE'))
  }

  private async choose(count: number, merge: (chosen: ChosenPicture[]) => ChosenPicture[]): Promise<void> {
    try {
      const picked = await choosePhotos(count)
      if (picked.length === 0) return
      const { usable, trouble } = await sift(picked)
      const chosen = usable.slice(0, count).map(({ path }) => chosenPicture(String(++this.count), path))
      if (chosen.length > 0) this.keep(merge(chosen).slice(0, MAX_PICTURES))
      this.show({ error: trouble ? say(trouble) : null, note: usable.length > count ? strings().album.tooMany : null })
    } catch (error) {
      this.fail(error, 'ALBUM_UNAVAILABLE')
    }
  }

  private find(id: string): ChosenPicture | undefined {
    return this.pictures.find((picture) => picture.id === id)
  }

  private change(id: string, how: (picture: ChosenPicture) => ChosenPicture): void {
    this.keep(this.pictures.map((picture) => (picture.id === id ? how(picture) : picture)))
  }

  private keep(pictures: readonly ChosenPicture[]): void {
    this.pictures = pictures
    this.show({ pictures })
  }

  private fail(error: unknown, fallback: ErrorCode): void {
    this.show({ error: say(ERRORS[toRecognitionError(error, fallback).code]) })
  }
}
