import type { Size } from '../../../../miniprogram/image/size'
import { quantile } from '../../../../miniprogram/image/statistics'
import sharp from 'sharp'

/** What is printed in red in a picture, without what is printed in other colors; three bytes a pixel each. */
export interface RedInk {
  /** By color alone, black on white: whatever is printed over or under it is gone. Strokes are blurred where colors are. */
  readonly byColor: Uint8Array
  /** As dark as it is, with what is not near anything red made paper: sharp, but not all that crosses it is gone. */
  readonly asPrinted: Uint8Array
}

/** Of 255: how much redder than paper ink is at least. */
const LEAST = 12
/** Share of the pixels that are redder than paper for sure, at least. */
const INK = 0.03
/** Shares of the ink's red at which red begins, where light or a colored edge makes none, and at which all is. */
const [NONE, FULL] = [0.2, 0.8]
/** px; how far around red ink its colors may run, and the share of red there at which all is kept. */
const AROUND = 2.5
const KEPT = 0.3
/** Of 255. */
const [BLACK, WHITE] = [20, 235]

/**
 * Separates red print from all other. `undefined` where nothing is red.
 *
 * @param rgb three bytes a pixel
 */
export async function redInkOf(rgb: Uint8Array, { width, height }: Size): Promise<RedInk | undefined> {
  const other = new Float32Array(width * height).map((_, i) => ((rgb[3 * i + 1] ?? 0) + (rgb[3 * i + 2] ?? 0)) / 2)
  const red = other.map((value, i) => (rgb[3 * i] ?? 0) - value)
  const paper = quantile(red, 0.5)
  const ink = quantile(red, 1 - INK) - paper
  if (ink < LEAST) return undefined
  const share = red.map((value) => Math.min(1, Math.max(0, ((value - paper) / ink - NONE) / (FULL - NONE))))
  const near = await sharp(
    Uint8Array.from(share, (value) => 255 * value),
    { raw: { width, height, channels: 1 } },
  )
    .blur(AROUND)
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
