import type { Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import sharp, { type OverlayOptions } from 'sharp'
import { SAMPLES } from './phone'

const JPEG = 'image/jpeg'
/** px, of samples that show one page */
const PAGE = { width: 1176, height: 840 }

export interface File {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const jpeg = (buffer: Buffer): File => ({ name: 'picture.jpg', mimeType: JPEG, buffer })

/** The two pages of a sample that shows one above the other, as a picture each. */
export async function pagesOf(sample: string): Promise<[main: File, duplicate: File]> {
  const both = sharp(`${SAMPLES}/${sample}.jpg`)
  const { width, height } = await both.metadata()
  const half = async (top: number): Promise<File> => {
    const region = { left: 0, top, width, height: height / 2 }
    return jpeg(await both.clone().extract(region).jpeg({ quality: 95 }).toBuffer())
  }
  return [await half(0), await half(height / 2)]
}

/** A sample as a camera held upright takes it: lying on its left side, and no EXIF says so. */
export const onItsSide = async (sample: string): Promise<File> =>
  jpeg(await sharp(`${SAMPLES}/${sample}.jpg`).rotate(270).jpeg({ quality: 95 }).toBuffer())

/** Where (x, y) of a sample goes: (a x + c y + e, b x + d y + f), px. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const placed = ([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point => ({ x: a * x + c * y + e, y: b * x + d * y + f })

const { width: right, height: bottom } = PAGE
const CORNERS = [{ x: 0, y: 0 }, { x: right, y: 0 }, { x: right, y: bottom }, { x: 0, y: bottom }] as const // prettier-ignore

interface Laid {
  readonly name: string
  readonly matrix: Matrix
}

async function lay({ name, matrix }: Laid): Promise<OverlayOptions> {
  const [a, b, c, d] = matrix
  const transparent = { r: 0, g: 0, b: 0, alpha: 0 }
  const input = sharp(`${SAMPLES}/${name}.jpg`).ensureAlpha().affine([a, c, b, d], { background: transparent })
  const corners = CORNERS.map((corner) => placed(matrix, corner))
  const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))]
  return { input: await input.png().toBuffer(), left: Math.round(left), top: Math.round(top) }
}

/** Samples of one page laid on a table, and the corners of the first in shares of the picture. */
export async function onTable(
  { width, height }: { width: number; height: number },
  first: Laid,
  ...others: Laid[]
): Promise<{ file: File; corners: Quad }> {
  const table = sharp({ create: { width, height, channels: 3, background: '#6d655a' } })
  const laid = await Promise.all([first, ...others].map(lay))
  const buffer = await table.composite(laid).jpeg({ quality: 92 }).toBuffer()
  const share = (corner: Point): Point => {
    const { x, y } = placed(first.matrix, corner)
    return { x: x / width, y: y / height }
  }
  const [leftTop, rightTop, rightBottom, leftBottom] = CORNERS
  return { file: jpeg(buffer), corners: [share(leftTop), share(rightTop), share(rightBottom), share(leftBottom)] }
}
