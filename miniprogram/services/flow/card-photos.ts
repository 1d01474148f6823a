import type { Area } from '../../image/rect'
import type { Size } from '../../image/size'
import { fieldOf, type FieldKey, type LicensePage } from '../../vehicle-license/fields'
import { poseOf } from '../../image/pose'
import { inPixels, isUsable, type Quad, straightSize, WHOLE } from '../../image/quad'
import { areaIn } from '../../image/straighten'
import { PAGE_MM } from '../../vehicle-license/page-size'
import { DEFAULT_PLACES } from '../../vehicle-license/places'
import { type Canvas, createCanvas, loadImage, saveJpeg, wholePixels } from '../pictures/canvas'
import { cutOut } from '../pictures/crop'
import { type LicenseRecord, type LicensePicture, readingOf } from '../records/license-record'
import { previewOf } from '../pictures/preview'

/** px; the screen width of most phones */
const MAX_WIDTH = 1200
/** Padding around a value, in shares of the card: its surroundings help to find it on the license. */
const PADDING = 0.02
const QUALITY = 0.85
/** px */
const THUMBNAIL: Size = { width: 480, height: 480 }

/** A straightened page. */
interface CardPhoto extends Size {
  /** of a temporary JPEG */
  readonly path: string
}

export interface FieldPhoto {
  readonly card: CardPhoto
  /** Shares 0..1 of the card; all of it if unknown. */
  readonly area: Area
}

interface Card {
  readonly canvas: Canvas
  readonly photo: CardPhoto
  /** px of the picture */
  readonly quad: Quad
  /** Whether the page's edges were found. Only then are the fields at their usual places. */
  readonly isFound: boolean
}

const ALL: Area = { x: 0, y: 0, width: 1, height: 1 }

function padded({ x, y, width, height }: Area): Area {
  const [left, top] = [Math.max(0, x - PADDING), Math.max(0, y - PADDING)]
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width + PADDING) - left,
    height: Math.min(1, y + height + PADDING) - top,
  }
}

const toJpeg = (canvas: Canvas, size: Size): Promise<string> => saveJpeg(canvas, size, QUALITY)

function sizeOfCard(natural: Size, isFound: boolean): Size {
  const width = Math.max(1, Math.min(MAX_WIDTH, Math.round(natural.width)))
  const shape = isFound ? PAGE_MM : natural
  return { width, height: Math.max(1, Math.round((width * shape.height) / shape.width)) }
}

async function cutCard({ path, recognition }: LicensePicture, page: LicensePage): Promise<Card> {
  const image = await loadImage(path)
  const found = recognition?.cards[page]
  const isFound = found !== undefined && isUsable(found)
  const quad = isFound ? found : inPixels(WHOLE, image)
  const natural = straightSize(quad)
  const size = sizeOfCard(natural, isFound)
  const canvas = cutOut({ image, pose: poseOf(1) }, quad, natural, size)
  return { canvas, photo: { ...size, path: await toJpeg(canvas, size) }, quad, isFound }
}

/** Straightened pages of a record's pictures, and where the fields are on them. Caches everything. */
export class CardPhotos {
  private readonly cards = new Map<string, Promise<Card>>()
  private readonly strips = new Map<string, Promise<string>>()
  private readonly thumbnails = new Map<string, Promise<string>>()

  /** Undefined if no picture shows the field's page. */
  async of(record: LicenseRecord, key: FieldKey): Promise<FieldPhoto | undefined> {
    const placed = await this.place(record, key)
    return placed && { card: placed.card.photo, area: placed.area }
  }

  /** Path of a picture of the field alone; undefined if its place is unknown. */
  async strip(record: LicenseRecord, key: FieldKey): Promise<string | undefined> {
    const placed = await this.place(record, key)
    if (!placed || placed.area === ALL) return undefined
    const { card, area } = placed
    const id = [card.photo.path, area.x, area.y, area.width, area.height].join()
    const known = this.strips.get(id)
    if (known) return known
    const strip = this.cut(card, area)
    this.strips.set(id, strip)
    return strip
  }

  /** @returns path */
  thumbnail(path: string): Promise<string> {
    const known = this.thumbnails.get(path) ?? previewOf(path, THUMBNAIL).then(({ preview }) => preview)
    this.thumbnails.set(path, known)
    return known
  }

  private async place(record: LicenseRecord, key: FieldKey): Promise<{ card: Card; area: Area } | undefined> {
    const page = fieldOf(key).page
    const picture = this.pictureOf(record, key, page)
    if (!picture) return undefined
    const card = await this.card(picture, page)
    const box = picture.recognition?.evidence?.[key]?.box
    if (box) return { card, area: padded(areaIn(card.quad, box)) }
    return { card, area: card.isFound ? DEFAULT_PLACES[key] : ALL }
  }

  /** The picture that the value was read from, or else one that shows its page. */
  private pictureOf(record: LicenseRecord, key: FieldKey, page: LicensePage): LicensePicture | undefined {
    const read = record.pictures.filter(({ recognition }) => recognition !== undefined)
    const source = readingOf(record).sources[key]
    if (source !== undefined) return read[source]
    return read.find(({ recognition }) => recognition?.cards[page]) ?? record.pictures.find((one) => one.page === page)
  }

  private card(picture: LicensePicture, page: LicensePage): Promise<Card> {
    const id = `${picture.path} ${page} ${JSON.stringify(picture.recognition?.cards[page])}`
    const card = this.cards.get(id) ?? cutCard(picture, page)
    this.cards.set(id, card)
    return card
  }

  private cut({ canvas, photo }: Card, area: Area): Promise<string> {
    const size = wholePixels({ width: area.width * photo.width, height: area.height * photo.height })
    const strip = createCanvas(size)
    const [left, top] = [Math.floor(area.x * photo.width), Math.floor(area.y * photo.height)]
    strip.context.putImageData(canvas.context.getImageData(left, top, size.width, size.height), 0, 0)
    return toJpeg(strip, size)
  }
}
