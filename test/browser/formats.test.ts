import type { Browser } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { launchChromium } from '../../scripts/chromium'
import { type Laptop, startLaptop } from './laptop'
import { expectedForm, Phone, SAMPLES } from './phone'

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

let laptop: Laptop
let browser: Browser
let phone: Phone

beforeAll(async () => {
  laptop = await startLaptop()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await laptop.close()
})
beforeEach(async () => {
  phone = await Phone.open(browser, laptop.url)
  await phone.openAlbum()
})
afterEach(() => phone.close())

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
