import sharp, { type Sharp } from 'sharp'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const sample = (): Sharp => sharp(`${SAMPLES}/electric.jpg`)

/** A photo of a 48-megapixel camera, the license in the middle of it. */
async function largePhoto(): Promise<Buffer> {
  const background = { width: 8000, height: 6000, channels: 3 as const, background: '#6d655a' }
  const license = await sample().resize(4800).png().toBuffer()
  return sharp({ create: background })
    .composite([{ input: license }])
    .jpeg({ quality: 90 })
    .toBuffer()
}

const world = useWorld()
let phone: Phone

beforeEach(async () => {
  phone = await world.openPhone()
  await phone.openAlbum()
})

test.each([
  ['a PNG', 'image/png', () => sample().png().toBuffer()],
  ['a WebP', 'image/webp', () => sample().webp({ quality: 90 }).toBuffer()],
  ['a JPEG that EXIF turns', 'image/jpeg', () => sample().rotate(270).withMetadata({ orientation: 6 }).toBuffer()],
  ['a photo of 48 megapixels', 'image/jpeg', largePhoto],
])('%s is read', async (_, mimeType, make) => {
  await phone.chooseFile({ name: 'picture', mimeType, buffer: await make() })
  await phone.tap('识别 Recognize')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})
