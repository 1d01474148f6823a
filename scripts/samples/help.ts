import sharp from 'sharp'
import { MINIPROGRAM, ROOT } from '../paths'

/** px: as the home page shows them on most phones */
const SIZE = { width: 320, height: 220 }
const QUALITY = 45
const DESK = '#3e4a44'

/** Reflection of a lamp on the laminate. */
const GLARE = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <radialGradient id="lamp"><stop offset="0.3" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <ellipse cx="185" cy="100" rx="62" ry="40" fill="url(#lamp)"/>
  </svg>`,
)

/** Draws a good and a bad photo of a sample for the home page's help. */
export async function drawHelp(): Promise<void> {
  const sample = `${ROOT}/simulator/samples/electric.jpg`
  await sharp(sample)
    .resize({ ...SIZE, fit: 'cover' })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toFile(`${MINIPROGRAM}/images/photo-good.jpg`)
  const tilted = await sharp(sample).resize(190).rotate(-24, { background: DESK }).blur(0.9).png().toBuffer()
  await sharp({ create: { ...SIZE, channels: 3, background: DESK } })
    .composite([{ input: tilted, gravity: 'centre' }, { input: GLARE }])
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toFile(`${MINIPROGRAM}/images/photo-bad.jpg`)
}
