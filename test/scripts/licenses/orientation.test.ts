import sharp from 'sharp'
import { type Orientation, store } from '../../../scripts/licenses/camera/orientation'

const WIDTH = 40
const HEIGHT = 20
/** White with a red spot at the top left and a blue one at the top right. */
async function picture(): Promise<Buffer> {
  const spot = (r: number, b: number) =>
    ({ create: { width: 8, height: 8, channels: 3, background: { r, g: 0, b } } }) as const
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' } })
    .composite([
      { input: await sharp(spot(255, 0)).png().toBuffer(), left: 0, top: 0 },
      { input: await sharp(spot(0, 255)).png().toBuffer(), left: WIDTH - 8, top: 0 },
    ])
    .removeAlpha()
    .raw()
    .toBuffer()
}

test.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
  'a picture stored for EXIF orientation %d is shown upright, and its points are known',
  async (orientation) => {
    const upright = await picture()
    const stored = await store({ data: upright, width: WIDTH, height: HEIGHT }, 0, orientation)
    const { width, height, data } = stored
    const file = await sharp(data, { raw: { width, height, channels: 3 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer()
    expect((await sharp(file).autoOrient().removeAlpha().raw().toBuffer()).equals(upright)).toBe(true)
    const red = stored.map({ x: 4, y: 4 })
    const at = (Math.floor(red.y) * width + Math.floor(red.x)) * 3
    expect([...data.subarray(at, at + 3)]).toEqual([255, 0, 0])
  },
)
