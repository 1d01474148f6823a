import sharp from 'sharp'
import { apply, fromOrientation } from '../../../../recognition/engines/embedded/pixels/affine'
import { decode } from '../../../../recognition/engines/embedded/pixels/picture'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'

const SIZE = { width: 120, height: 80 }
/** px as stored: the only bright spot of the test picture */
const MARK = { x: 90, y: 20 }

/** A dark picture with a bright square of 10 px around `MARK`. */
async function marked(orientation: number): Promise<Buffer> {
  const square = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  return sharp({ create: { ...SIZE, channels: 3, background: '#000' } })
    .composite([{ input: square, left: MARK.x - 5, top: MARK.y - 5 }])
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()
}

/** px: center of the bright pixels */
function brightSpot({ data, width, height }: Picture) {
  const bright: { x: number; y: number }[] = []
  for (let i = 0; i < width * height; i++) {
    if ((data[i * 3] ?? 0) > 190) bright.push({ x: (i % width) + 0.5, y: Math.floor(i / width) + 0.5 })
  }
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  return { x: mean(bright.map(({ x }) => x)), y: mean(bright.map(({ y }) => y)) }
}

function expectNear(point: { x: number; y: number }, place: { x: number; y: number }): void {
  expect(Math.hypot(point.x - place.x, point.y - place.y)).toBeLessThan(1.5)
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a point maps back to the picture as sent: EXIF orientation %d', async (o) => {
  const { picture, sent } = await decode(await marked(o))
  expect(sent).toEqual(SIZE)
  expect([picture.width, picture.height]).toEqual(o >= 5 ? [80, 120] : [120, 80])
  expectNear(apply(picture.toSent, brightSpot(picture)), MARK)
})

test('a large picture is downscaled, and its points still map back', async () => {
  const large = await sharp(await marked(1))
    .resize(3600, 2400)
    .jpeg()
    .toBuffer()
  const { picture, sent } = await decode(large)
  expect(sent).toEqual({ width: 3600, height: 2400 })
  expect(picture.width).toBe(3200)
  const found = apply(picture.toSent, brightSpot(picture))
  expectNear({ x: found.x / 30, y: found.y / 30 }, MARK)
})

test('an unknown orientation is ignored', () => {
  expect(apply(fromOrientation(0, SIZE), MARK)).toEqual(MARK)
})

test('a truncated file is unreadable', async () => {
  const bytes = (await marked(1)).subarray(0, 300)
  await expect(decode(bytes)).rejects.toThrow(new RecognitionError('IMAGE_UNREADABLE'))
})
