import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { MAX_PICKED_BYTES } from '../../miniprogram/image/limits'
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

/** As the camera of iOS takes it: 28 MB. */
async function cameraPng(): Promise<Buffer> {
  const table = { width: 3024, height: 3200, channels: 3 as const, background: '#6d655a' }
  const license = await sample().resize(2700, 3100, { fit: 'inside' }).png().toBuffer()
  return sharp({ create: table })
    .composite([{ input: license }])
    .png({ compressionLevel: 0 })
    .toBuffer()
}

/** The largest file that is taken: phones append a film behind the picture. */
const heavyFile = async (): Promise<Buffer> => {
  const picture = await sample().jpeg({ quality: 95 }).toBuffer()
  return Buffer.concat([picture, Buffer.alloc(MAX_PICKED_BYTES - picture.length, 7)])
}

/** The license in the middle of a phone's screen. */
async function screenshot(): Promise<Buffer> {
  const screen = { width: 1170, height: 2532, channels: 3 as const, background: '#101010' }
  const license = await sample().resize(1170).png().toBuffer()
  return sharp({ create: screen })
    .composite([{ input: license }])
    .png()
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
  [
    'a JPEG that EXIF mirrors and turns',
    'image/jpeg',
    () => sample().rotate(90).flop().withMetadata({ orientation: 5 }).toBuffer(),
  ],
  [
    'a JPEG that EXIF turns upside down',
    'image/jpeg',
    () => sample().rotate(180).withMetadata({ orientation: 3 }).toBuffer(),
  ],
  ['a screenshot', 'image/png', screenshot],
  ['a photo of 48 megapixels', 'image/jpeg', largePhoto],
  ['a PNG of 28 MB', 'image/png', cameraPng],
])('%s is read', async (_, mimeType, make) => {
  await phone.chooseFile({ name: 'picture', mimeType, buffer: await make() })
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})

test('a file of 50 MB is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heavy-'))
  try {
    const path = join(folder, 'heavy.jpg')
    writeFileSync(path, await heavyFile())
    await phone.chooseFilesAt(path)
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('electric'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
