import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { chunk, named, packed, PNG_HEADER_END, textBomb, emptyPng, withChunks } from '../../../image/pngs'
import { manyScans } from './many-scans'

const SAMPLE = readFileSync(new URL('../../../../simulator/samples/van.jpg', import.meta.url))
const END_OF_IMAGE = Buffer.from([0xff, 0xd9])
/** Its length says that nothing is in it. */
const COMMENT = Buffer.from([0xff, 0xfe, 0, 2])

const sample = (): Sharp => sharp(SAMPLE)
const plain = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: '#286090' }, limitInputPixels: false })
const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))
/** Ends like a whole JPEG, so that only who decodes it can tell. */
const cutAndClosed = (bytes: Buffer, share: number): Buffer => Buffer.concat([cut(bytes, share), END_OF_IMAGE])

/** What stands where the next segment is expected. */
const behindFirstSegment = (jpeg: Buffer, bytes: Buffer): Buffer => {
  const end = 4 + jpeg.readUInt16BE(4)
  return Buffer.concat([jpeg.subarray(0, end), bytes, jpeg.subarray(end)])
}

/** A PNG whose header declares another size. */
function declarePng(png: Buffer, width: number, height: number): Buffer {
  const header = Buffer.from(png.subarray(16, 29))
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), png.subarray(PNG_HEADER_END)])
}

/** An animated PNG, as far as a decoder of still ones sees it. */
const animatePng = (png: Buffer): Buffer => withChunks(png, chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])))

function declareJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg)
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** A WebP with an extended header that declares another canvas, at most 2^24 px a side. */
function declareWebp(webp: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(webp)
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}

/** A lossy WebP whose frame (RFC 6386, 9.1) declares another size. */
function declareLossy(webp: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(webp)
  bytes.writeUInt16LE(width, 26)
  bytes.writeUInt16LE(height, 28)
  return bytes
}

/** A lossless WebP whose header declares another size, of 14 bits a side. */
function declareLossless(webp: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(webp)
  const flags = bytes.readUInt32LE(21) - (bytes.readUInt32LE(21) % 2 ** 28)
  bytes.writeUInt32LE(flags + (height - 1) * 2 ** 14 + (width - 1), 21)
  return bytes
}

/** A JPEG with so many segments of 64 KB before its picture. */
function padJpeg(jpeg: Buffer, segments: number): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0xff, 0xff]), Buffer.alloc(0xfffd, 7)])
  return Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(segments).fill(segment), jpeg.subarray(2)])
}

const ftyp = (brand: string): Buffer =>
  Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'), Buffer.alloc(500)])

async function animatedWebp(): Promise<Buffer> {
  const frames = [SAMPLE, await sample().negate().jpeg().toBuffer()]
  return sharp(frames, { join: { animated: true } })
    .webp({ quality: 90, delay: [100, 100] })
    .toBuffer()
}

export const READ = 'the license is read'
const UNREADABLE = 'IMAGE_UNREADABLE'

/** What comes of a file from inspection and engine together, and from the engine alone where that differs. */
type Row = readonly [name: string, bytes: () => Buffer | Promise<Buffer>, inspected: string, straight?: string]

export const BAD_INPUT: readonly Row[] = [
  ['nothing', () => Buffer.alloc(0), UNREADABLE],
  ['text', () => Buffer.from('not a picture, whatever its name says'), UNREADABLE],
  ['zeros', () => Buffer.alloc(5000), UNREADABLE],
  ['JPEG of 10 %', () => cut(SAMPLE, 0.1), UNREADABLE],
  ['JPEG of 50 %', () => cut(SAMPLE, 0.5), UNREADABLE],
  ['JPEG of 99 %', () => cut(SAMPLE, 0.99), UNREADABLE],
  ['JPEG of 50 %, closed', () => cutAndClosed(SAMPLE, 0.5), UNREADABLE],
  ['JPEG of 99 %, closed', () => cutAndClosed(SAMPLE, 0.99), UNREADABLE],
  ['PNG of 60 %', async () => cut(await sample().png().toBuffer(), 0.6), UNREADABLE],
  ['WebP of 60 %', async () => cut(await sample().webp().toBuffer(), 0.6), UNREADABLE],
  ['JPEG of 1 px', () => plain(1, 1).jpeg().toBuffer(), 'IMAGE_TOO_SMALL', 'NOT_A_LICENSE'],
  ['PNG of 1 px', () => plain(1, 1).png().toBuffer(), 'IMAGE_TOO_SMALL', 'NOT_A_LICENSE'],
  ['PNG that declares 30000 px', async () => declarePng(await sample().png().toBuffer(), 30_000, 30_000), UNREADABLE],
  [
    'PNG that declares 0 px',
    async () => declarePng(await sample().png().toBuffer(), 0, 0),
    'IMAGE_TOO_SMALL',
    UNREADABLE,
  ],
  ['JPEG that declares 30000 px', () => declareJpeg(SAMPLE, 30_000, 30_000), UNREADABLE],
  ['JPEG that declares 0 px', () => declareJpeg(SAMPLE, 0, 0), 'IMAGE_TOO_SMALL', UNREADABLE],
  ['WebP that declares 30000 px', async () => declareWebp(await animatedWebp(), 30_000, 30_000), UNREADABLE],
  ['animated WebP of 12000 x 9000', async () => declareWebp(await animatedWebp(), 12_000, 9_000), UNREADABLE],
  ['PNG of 12000 x 9000', () => plain(12_000, 9_000).png().toBuffer(), 'NOT_A_LICENSE'],
  ['PNG of 12000 x 9000, interlaced', () => plain(12_000, 9_000).png({ progressive: true }).toBuffer(), UNREADABLE],
  [
    'JPEG of 12000 x 9000, progressive',
    () => plain(12_000, 9_000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    UNREADABLE,
  ],
  ['JPEG of 48 megapixels', () => sample().resize(8_000, 5_714).jpeg().toBuffer(), READ],
  ['strip', () => plain(8_000, 200).jpeg().toBuffer(), 'NOT_A_LICENSE'],
  ['JPEG with 100 MB of segments', () => padJpeg(SAMPLE, 1_526), 'IMAGE_TOO_LARGE', 'NOT_TRIED'],
  ['JPEG with 19 MB of segments', () => padJpeg(SAMPLE, 300), READ],
  [
    'JPEG with 480000 empty comments',
    () => behindFirstSegment(SAMPLE, Buffer.alloc(1_920_000, COMMENT)),
    UNREADABLE,
    READ,
  ],
  ['JPEG with 440 scans', () => manyScans(8_000, 6_400, 440), UNREADABLE],
  ['JPEG with 3000 scans', () => manyScans(3_000, 2_000, 3_000), UNREADABLE],
  ['JPEG with two zeros between segments', () => behindFirstSegment(SAMPLE, Buffer.alloc(2)), READ, UNREADABLE],
  ['JPEG without its end', () => SAMPLE.subarray(0, -2), READ, UNREADABLE],
  ['PNG whose texts unpack to 2 GB', async () => textBomb(await plain(200, 200).png().toBuffer()), 'NOT_A_LICENSE'],
  [
    'PNG whose profile unpacks to 200 MB',
    async () => withChunks(await sample().png().toBuffer(), chunk('iCCP', named(packed(200_000_000)))),
    READ,
  ],
  ['PNG of 1080000 x 100', () => emptyPng(1_080_000, 100), UNREADABLE],
  ['PNG of 20000 x 5400, 16 bits', () => emptyPng(20_000, 5_400), UNREADABLE],
  ['WebP of 12000 x 9000', async () => declareLossy(await sample().webp().toBuffer(), 12_000, 9_000), UNREADABLE],
  [
    'WebP of 12000 x 9000, lossless',
    async () => declareLossless(await plain(200, 200).webp({ lossless: true }).toBuffer(), 12_000, 9_000),
    UNREADABLE,
  ],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'), UNREADABLE],
  ['PDF', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'), UNREADABLE],
  ['HEIC', () => ftyp('heic'), UNREADABLE],
  ['AVIF', () => sample().resize(200).avif({ effort: 0 }).toBuffer(), UNREADABLE],
  ['TIFF', () => sample().tiff().toBuffer(), UNREADABLE],
  ['GIF', () => sample().gif().toBuffer(), UNREADABLE],
  ['animated WebP', animatedWebp, READ],
  ['animated PNG', async () => animatePng(await sample().png().toBuffer()), READ],
  ['CMYK JPEG', () => sample().toColourspace('cmyk').jpeg().toBuffer(), READ],
  ['progressive JPEG', () => sample().jpeg({ progressive: true }).toBuffer(), READ],
  ['gray JPEG', () => sample().toColourspace('b-w').jpeg().toBuffer(), READ],
  ['PNG of 16 bits', () => sample().toColourspace('rgb16').png().toBuffer(), READ],
  ['PNG with a palette', () => sample().png({ palette: true }).toBuffer(), READ],
]
