import sharp from 'sharp'
import type { Size } from '../../../../miniprogram/image/size'
import { quantile } from '../../../../miniprogram/image/statistics'

/** The red ink of a picture without other colors, as two RGB images. */
export interface RedInk {
  /** Redness as black on white: removes all other print, but is as blurred as the chroma. */
  readonly byColor: Uint8Array
  /** The picture with all that is not near red ink replaced by paper: sharp, but print that crosses the ink remains. */
  readonly asPrinted: Uint8Array
}

/** Of 255, between the redness of ink and paper. */
const MIN_REDNESS = 12
/** Share of the pixels that are red ink, at least. */
const INK = 0.03
/** Shares of the ink's redness mapped to 0 (above color fringes) and to 1. */
const [NONE, FULL] = [0.2, 0.8]
/** px: sigma of the blur around red ink, and the blurred share of red from which a pixel is kept. */
const BLUR = 2.5
const KEPT = 0.3
/** Output range of `byColor`, of 255. */
const [BLACK, WHITE] = [20, 235]

/** `undefined` without red ink. */
export async function redInkOf(rgb: Uint8Array, { width, height }: Size): Promise<RedInk | undefined> {
  const other = new Float32Array(width * height).map((_, i) => ((rgb[3 * i + 1] ?? 0) + (rgb[3 * i + 2] ?? 0)) / 2)
  const red = other.map((value, i) => (rgb[3 * i] ?? 0) - value)
  const paper = quantile(red, 0.5)
  const ink = quantile(red, 1 - INK) - paper
  if (ink < MIN_REDNESS) return undefined
  const share = red.map((value) => Math.min(1, Math.max(0, ((value - paper) / ink - NONE) / (FULL - NONE))))
  const near = await sharp(
    Uint8Array.from(share, (value) => 255 * value),
    { raw: { width, height, channels: 1 } },
  )
    .blur(BLUR)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const light = quantile(other, 0.6)
  const gray = (valueAt: (i: number) => number): Uint8Array =>
    Uint8Array.from(rgb, (_, at) => valueAt(Math.floor(at / 3)))
  return {
    byColor: gray((i) => WHITE - (WHITE - BLACK) * (share[i] ?? 0)),
    asPrinted: gray((i) => {
      const kept = Math.min(1, (near[i] ?? 0) / 255 / KEPT)
      return light - Math.max(0, light - (other[i] ?? 0)) * kept
    }),
  }
}
