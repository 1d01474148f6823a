import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Edit } from '../../../miniprogram/services/pictures/edit'
import { MAX_SENT_BYTES } from '../../../miniprogram/image/limits'
import { MAX_LONG_SIDE } from '../../../miniprogram/image/jpeg-encoding'
import { launchChromium } from '../../../scripts/chromium'
import { allowSvg } from '../../svg'

allowSvg()

const PAGE = `
import { addPicture, compressFile } from './test/browser/compress/page'
globalThis.compressText = async (base64, edit) => {
  const picture = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const { bytes, encodes } = await compressFile(addPicture(picture), edit)
  return { encodes, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}`

const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'))
let browser: Browser
let page: Page

beforeAll(async () => {
  const stdin = { contents: PAGE, resolveDir: process.cwd() }
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', target: 'es2022' })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  browser = await launchChromium()
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.addScriptTag({ content: outputFiles.map(({ text }) => text).join('') })
})

afterAll(async () => {
  await browser.close()
  server.close()
})

async function compressed(picture: Buffer, edit: Edit = {}): Promise<{ bytes: Buffer; encodes: number }> {
  const call = `compressText(${JSON.stringify(picture.toString('base64'))}, ${JSON.stringify(edit)})`
  const { base64, encodes } = await page.evaluate<{ base64: string; encodes: number }>(call)
  return { bytes: Buffer.from(base64, 'base64'), encodes }
}

type Color = 'red' | 'green' | 'blue' | 'white' | 'black'
const COLORS: Readonly<Record<Color, readonly number[]>> = {
  red: [220, 30, 30],
  green: [30, 160, 30],
  blue: [30, 30, 220],
  white: [240, 240, 240],
  black: [10, 10, 10],
}

/** A picture with a color in each corner, clockwise from the left top. */
async function corners(width: number, height: number, colors: readonly Color[]): Promise<Buffer> {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const places = [[0, 0], [halfWidth, 0], [halfWidth, halfHeight], [0, halfHeight]] as const // prettier-ignore
  const parts = await Promise.all(
    colors.map(async (color, place) => {
      const [r = 0, g = 0, b = 0] = COLORS[color]
      const create = { width: halfWidth, height: halfHeight, channels: 3 as const, background: { r, g, b } }
      const [left = 0, top = 0] = places[place] ?? []
      return { input: await sharp({ create }).png().toBuffer(), left, top }
    }),
  )
  return sharp({ create: { width, height, channels: 3, background: '#888' } })
    .composite(parts)
    .png()
    .toBuffer()
}

function nameOf(pixel: readonly number[]): Color {
  const off = (color: Color): number => Math.hypot(...COLORS[color].map((value, at) => value - (pixel[at] ?? 0)))
  const [nearest = 'black'] = (Object.keys(COLORS) as Color[]).sort((a, b) => off(a) - off(b))
  return nearest
}

/** The colors of the corners as stored, whatever EXIF says, clockwise from the left top. */
async function cornersOf(picture: Buffer): Promise<Color[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): Color => {
    const place = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3
    return nameOf([...data.subarray(place, place + 3)])
  }
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.1, 0.9)]
}

const UPRIGHT: readonly Color[] = ['red', 'green', 'blue', 'white']

/** What must be stored to be shown upright: turned clockwise, then mirrored left to right (JEITA CP-3451). */
const STORED = [
  { orientation: 1, turn: 0, isMirrored: false },
  { orientation: 2, turn: 0, isMirrored: true },
  { orientation: 3, turn: 180, isMirrored: false },
  { orientation: 4, turn: 180, isMirrored: true },
  { orientation: 5, turn: 90, isMirrored: true },
  { orientation: 6, turn: 270, isMirrored: false },
  { orientation: 7, turn: 270, isMirrored: true },
  { orientation: 8, turn: 90, isMirrored: false },
] as const

/** A photo of a camera that was held so. */
async function stored(upright: Buffer, { orientation, turn, isMirrored }: (typeof STORED)[number]): Promise<Buffer> {
  const turned = await sharp(upright).rotate(turn).toBuffer()
  return sharp(turned).flop(isMirrored).withMetadata({ orientation }).jpeg().toBuffer()
}

test.each([
  ['smaller than what is sent', 400, 300],
  ['larger', 3000, 2000],
  ['square', 500, 500],
])('a JPEG %s comes out upright from every EXIF orientation', async (_, width, height) => {
  for (const how of STORED) {
    const { orientation } = how
    const { bytes, encodes } = await compressed(await stored(await corners(width, height, UPRIGHT), how))
    const { exif, width: sent, height: sentHeight } = await sharp(bytes).metadata()
    expect({ orientation, corners: await cornersOf(bytes) }).toEqual({ orientation, corners: UPRIGHT })
    expect({ exif, isWide: sent > sentHeight }).toEqual({ exif: undefined, isWide: width > height })
    expect(Math.max(sent, sentHeight)).toBe(Math.min(MAX_LONG_SIDE, width))
    expect(encodes).toBe(orientation === 1 && width <= MAX_LONG_SIDE ? 0 : 1)
  }
})

test.each([
  [90, ['white', 'red', 'green', 'blue']],
  [180, ['blue', 'white', 'red', 'green']],
  [270, ['green', 'blue', 'white', 'red']],
] as const)('a turn by %d degrees is clockwise, of the upright picture', async (turn, turned) => {
  const lying = await sharp(await corners(400, 300, UPRIGHT))
    .rotate(270)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(await cornersOf((await compressed(lying, { turn })).bytes)).toEqual(turned)
})

test('a card in perspective is cut out and made rectangular', async () => {
  const svg = `<svg width="1000" height="800">
    <rect width="1000" height="800" fill="rgb(10,10,10)"/>
    <polygon points="200,150 800,250 760,650 120,600" fill="rgb(240,240,240)"/>
    <circle cx="215" cy="165" r="45" fill="rgb(220,30,30)"/><circle cx="785" cy="265" r="45" fill="rgb(30,160,30)"/>
    <circle cx="745" cy="635" r="45" fill="rgb(30,30,220)"/>
  </svg>`
  const quad = [{ x: 0.2, y: 0.1875 }, { x: 0.8, y: 0.3125 }, { x: 0.76, y: 0.8125 }, { x: 0.12, y: 0.75 }] as const // prettier-ignore
  const { bytes } = await compressed(await sharp(Buffer.from(svg)).png().toBuffer(), { quad })
  const card = sharp(bytes)
  const { width, height } = await card.metadata()
  expect([width, height]).toEqual([642, 457])
  const small = await card.resize(20, 14).raw().toBuffer()
  const at = (x: number, y: number): Color => nameOf([...small.subarray((y * 20 + x) * 3, (y * 20 + x) * 3 + 3)])
  expect([at(0, 0), at(19, 0), at(19, 13), at(0, 13)]).toEqual(['red', 'green', 'blue', 'white'])
  // Nothing of what lay around it.
  const border = Array.from({ length: 20 }, (_, x) => [at(x, 0), at(x, 13)]).flat()
  expect(border).not.toContain('black')
})

test('what shines through a transparent PNG is paper', async () => {
  const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  expect(await cornersOf((await compressed(clear)).bytes)).toEqual(['white', 'white', 'white', 'white'])
})

test('noise, which no encoder makes small, is below the bound after three encodes at most', async () => {
  const side = 2600
  const noise = Buffer.alloc(side * side * 3)
  let seed = 1
  for (let at = 0; at < noise.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    noise[at] = seed >> 16
  }
  const photo = await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer()
  const { bytes, encodes } = await compressed(photo)
  expect(bytes.length).toBeLessThan(MAX_SENT_BYTES)
  expect(encodes).toBe(2)
  expect((await sharp(bytes).metadata()).width).toBeLessThanOrEqual(MAX_LONG_SIDE)
})

test.each([
  ['text', Buffer.from('这是一个文本文件')],
  ['half a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
])('%s is no picture', async (_, bytes) => {
  await expect(compressed(bytes)).rejects.toThrow('这个文件打不开')
})
