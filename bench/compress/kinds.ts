import sharp, { type Sharp } from 'sharp'

export interface Kind {
  readonly name: string
  readonly count: number
  readonly type: 'image/jpeg' | 'image/png'
  /** Derives the picture from a photo of a license. */
  draw(license: Buffer): Promise<Buffer>
}

const MEGA = 1e6
/** In the middle of 0..255. */
const GRAY = 128

/** Adds sensor noise at full resolution. `sigma` is the standard deviation, 0..255. */
async function grain(picture: Sharp, sigma: number): Promise<Sharp> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const noise = { type: 'gaussian', mean: GRAY, sigma } as const
  const grains = await sharp({ create: { width, height, channels: 3, background: '#000', noise } })
    .raw()
    .toBuffer()
  const sum = new Uint8ClampedArray(data.length)
  for (let at = 0; at < sum.length; at++) sum[at] = (data[at] ?? 0) + (grains[at] ?? GRAY) - GRAY
  return sharp(sum, { raw: { width, height, channels: 3 } })
}

/** Enlarges the photo to a number of pixels. */
async function enlarged(license: Buffer, pixels: number): Promise<Sharp> {
  const { data, info } = await sharp(license)
    .rotate()
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const scale = Math.sqrt(pixels / (width * height))
  return sharp(data).resize(Math.round(width * scale), Math.round(height * scale), { kernel: 'cubic' })
}

const jpeg = (picture: Sharp, quality: number): Promise<Buffer> => picture.jpeg({ quality }).toBuffer()

/** Metadata of a phone. */
const EXIF = {
  IFD0: { Make: 'Sample', Model: 'Phone 1', DateTime: '2026:11:22 10:00:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' },
}

/** A JPEG just over 2,000,000 bytes. */
async function justOver(license: Buffer): Promise<Buffer> {
  const picture = await grain(await enlarged(license, 1.7 * MEGA), 12)
  let over: Buffer = Buffer.alloc(0)
  for (let quality = 90; quality <= 100 && over.length <= 2_000_000; quality++) {
    over = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  }
  return over
}

/** The picture on a phone screen with black bars. */
async function screenshot(license: Buffer): Promise<Buffer> {
  const picture = (await enlarged(license, 2 * MEGA)).resize({ width: 1170 }).png()
  const { data: shown, info } = await picture.toBuffer({ resolveWithObject: true })
  const height = Math.max(2532, info.height)
  return sharp({ create: { width: 1170, height, channels: 3, background: '#101014' } })
    .composite([{ input: shown }])
    .png()
    .toBuffer()
}

export const KINDS: readonly Kind[] = [
  {
    name: 'photo of 12 MP',
    count: 12,
    type: 'image/jpeg',
    draw: async (license) => jpeg((await grain(await enlarged(license, 12.2 * MEGA), 3)).withExif(EXIF), 90),
  },
  {
    name: 'photo of 12 MP, on its side',
    count: 4,
    type: 'image/jpeg',
    draw: async (license) => {
      const turned = (await grain(await enlarged(license, 12.2 * MEGA), 3)).rotate(270)
      return turned.withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer()
    },
  },
  {
    name: 'photo of 48 MP',
    count: 4,
    type: 'image/jpeg',
    draw: async (license) => jpeg(await grain(await enlarged(license, 48.7 * MEGA), 3), 85),
  },
  {
    name: 'noisy night shot',
    count: 6,
    type: 'image/jpeg',
    draw: async (license) => {
      const dark = (await enlarged(license, 12.2 * MEGA)).linear(0.5, 8).png({ compressionLevel: 0 })
      return jpeg(await grain(sharp(await dark.toBuffer()), 12), 88)
    },
  },
  { name: 'PNG screenshot', count: 6, type: 'image/png', draw: screenshot },
  {
    name: 'PNG photo of 15 MB',
    count: 5,
    type: 'image/png',
    draw: async (license) =>
      (await grain(await enlarged(license, 8 * MEGA), 2)).png({ compressionLevel: 6 }).toBuffer(),
  },
  {
    name: 'small already',
    count: 7,
    type: 'image/jpeg',
    draw: async (license) => jpeg((await enlarged(license, 1.2 * MEGA)).withExif(EXIF), 85),
  },
  { name: 'just over the limit', count: 6, type: 'image/jpeg', draw: justOver },
]
