import { boundsOf } from '../../../miniprogram/image/rect'
import type { Quad } from '../../../miniprogram/image/quad'
import type { Point } from '../../../miniprogram/image/point'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded'
import { inspect } from '../../../recognition/inspect'

const FOLDER = fileURLToPath(new URL('../../../simulator/samples/', import.meta.url))
const SAMPLES = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.jpg') ? [file.slice(0, -4)] : []))
const DESK = '#6b5a4a'
const PAPER = '#d8d6d0'

const engine = createEmbeddedEngine()
afterAll(() => engine.close())

const pictureOf = (sample: string): Buffer => readFileSync(`${FOLDER}${sample}.jpg`)

const truthOf = (sample: string): VehicleLicense =>
  (JSON.parse(readFileSync(`${FOLDER}${sample}.json`, 'utf8')) as { license: VehicleLicense }).license

const recognize = (bytes: Buffer): Promise<Recognition> =>
  engine.recognize(inspect(bytes), { type: 'photo', signal: new AbortController().signal })

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

/** Every place in a recognition, in shares of the picture. */
function places({ evidence, cards, imageSize }: Recognition): Record<string, Quad | undefined> {
  const { width = 1, height = 1 } = imageSize ?? {}
  const boxes = Object.entries(evidence ?? {}).map(([key, { box }]) => [key, box] as const)
  return Object.fromEntries(
    [...boxes, ...Object.entries(cards)].map(([key, quad]: readonly [string, Quad]) => {
      const [a, b, c, d] = quad.map(({ x, y }) => ({ x: x / width, y: y / height })) as unknown as Quad
      return [key, [a, b, c, d]]
    }),
  )
}

test.each(SAMPLES)('%s is read as it is', async (sample) => {
  const { license, evidence, cards, imageSize } = await recognize(pictureOf(sample))
  const truth = truthOf(sample)
  expect(license).toEqual(truth)
  expect(Object.keys(evidence ?? {}).sort()).toEqual(Object.keys(truth).sort())
  expect(cards.main !== undefined).toBe('owner' in truth)
  expect(cards.duplicate !== undefined).toBe('record' in truth)
  const { width, height } = await sharp(pictureOf(sample)).metadata()
  expect(imageSize).toEqual({ width, height })
})

/** Where a corner in shares of the picture goes when the picture is turned clockwise. */
const TURNED: Record<number, (x: number, y: number) => readonly [number, number]> = {
  90: (x, y) => [1 - y, x],
  180: (x, y) => [1 - x, 1 - y],
  270: (x, y) => [y, 1 - x],
}

function expectTurned(found: Recognition, upright: Recognition, degrees: number): void {
  const before = places(upright)
  for (const [key, quad] of Object.entries(places(found))) {
    quad?.forEach(({ x, y }, corner) => {
      const was = before[key]?.[corner]
      const [wantedX, wantedY] = TURNED[degrees]?.(was?.x ?? NaN, was?.y ?? NaN) ?? []
      // The corners of a page are told from what is printed on it, not seen; where a value ends, from its characters.
      const [across, along] = key in found.cards ? [0.04, 0.04] : [0.02, 0.03]
      const [nearX, nearY] = degrees === 180 ? [along, across] : [across, along]
      expect({ key, off: Math.abs(x - (wantedX ?? NaN)) < nearX }).toEqual({ key, off: true })
      expect({ key, off: Math.abs(y - (wantedY ?? NaN)) < nearY }).toEqual({ key, off: true })
    })
  }
}

test.each([90, 180, 270])('turned by %d°: the same values, in the places where they now are', async (degrees) => {
  const upright = await recognize(pictureOf('car'))
  const found = await recognize(await sharp(pictureOf('car')).rotate(degrees).jpeg().toBuffer())
  expect(found.license).toEqual(truthOf('car'))
  expectTurned(found, upright, degrees)
})

test('turned by EXIF alone: places are those of the stored pixels', async () => {
  const upright = await recognize(pictureOf('van'))
  // Stored turned by 90°; orientation 8 turns it back when it is shown.
  const stored = await sharp(pictureOf('van')).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()
  const found = await recognize(stored)
  expect(found.license).toEqual(truthOf('van'))
  expect(found.imageSize).toEqual({ width: 840, height: 1176 })
  expectTurned(found, upright, 90)
})

test.each([-8, 3, 37])('lying askew by %d°', async (degrees) => {
  const askew = await sharp(pictureOf('electric')).rotate(degrees, { background: DESK }).jpeg().toBuffer()
  expect((await recognize(askew)).license).toEqual(truthOf('electric'))
})

test('small, and turned so far that at first sight its lines are not told apart', async () => {
  const turned = await sharp(pictureOf('electric')).resize(620).rotate(305, { background: PAPER }).toBuffer()
  const small = await sharp({ create: { width: 1440, height: 1920, channels: 3, background: PAPER } })
    .composite([{ input: turned, left: 120, top: 200 }])
    .jpeg()
    .toBuffer()
  expect((await recognize(small)).license).toEqual(truthOf('electric'))
})

test('small and a little blurred, where a first reading is not sure', async () => {
  const half = await sharp(pictureOf('electric')).resize(588).toBuffer()
  const blurred = await sharp(half).blur(1.5).jpeg({ quality: 80 }).toBuffer()
  expect((await recognize(blurred)).license).toEqual(truthOf('electric'))
})

test.each([
  ['main', 'duplicate'],
  ['duplicate', 'main'],
])('both pages side by side: %s, %s', async (left) => {
  const half = { left: 0, width: 1176, height: 798 }
  const halves = await Promise.all(
    [0, 798].map((top) =>
      sharp(pictureOf('car'))
        .extract({ ...half, top })
        .toBuffer(),
    ),
  )
  const [first, second] = left === 'main' ? halves : halves.reverse()
  const beside = await sharp({ create: { width: 2352, height: 798, channels: 3, background: DESK } })
    .composite([
      { input: first ?? '', left: 0, top: 0 },
      { input: second ?? '', left: 1176, top: 0 },
    ])
    .jpeg()
    .toBuffer()
  expect((await recognize(beside)).license).toEqual(truthOf('car'))
})

test.each([60, 100, 140, 180])('a seal that stands over labels, %d px from its place', async (by) => {
  const place = { left: 105, top: 515, width: 240, height: 246 }
  const seal = sharp(pictureOf('car')).extract(place)
  const [paper, stamp] = await Promise.all([
    seal.clone().linear(0, 235).toBuffer(),
    // Its paper becomes white, its ink stays.
    seal.clone().linear(1.25).toBuffer(),
  ])
  const moved = await sharp(pictureOf('car'))
    .composite([
      { input: paper, left: place.left, top: place.top },
      { input: stamp, left: place.left + by, top: place.top, blend: 'multiply' },
    ])
    .jpeg({ quality: 92 })
    .toBuffer()
  expect((await recognize(moved)).license).toEqual(truthOf('car'))
})

test('two dashes where every license states something are not taken for its value', async () => {
  const { evidence } = await recognize(pictureOf('car'))
  const { left, top, right, bottom } = boundsOf(evidence?.owner?.box.map(rounded) ?? [])
  const [width, height] = [right - left, bottom - top]
  const paper = { create: { width, height, channels: 3, background: PAPER } } as const
  const dash = { create: { width: 18, height: 4, channels: 3, background: '#222' } } as const
  const dashed = await sharp(pictureOf('car'))
    .composite([
      { input: paper, left, top },
      { input: dash, left: left + 4, top: top + Math.round(height / 2) },
      { input: dash, left: left + 28, top: top + Math.round(height / 2) },
    ])
    .jpeg({ quality: 92 })
    .toBuffer()
  const { owner, ...others } = truthOf('car')
  expect(owner).toBeDefined()
  expect((await recognize(dashed)).license).toEqual(others)
})

test('a PNG with transparent parts and a WebP are read too', async () => {
  const png = await sharp(pictureOf('van')).ensureAlpha(0.9).png().toBuffer()
  const webp = await sharp(pictureOf('van')).webp({ quality: 90 }).toBuffer()
  expect((await recognize(png)).license).toEqual(truthOf('van'))
  expect((await recognize(webp)).license).toEqual(truthOf('van'))
})

test('a receipt and an empty desk are no licenses', async () => {
  const receipt = readFileSync(new URL('../../fixtures/receipt.jpg', import.meta.url))
  const desk = await sharp({ create: { width: 400, height: 300, channels: 3, background: DESK } })
    .jpeg()
    .toBuffer()
  await expect(recognize(receipt)).rejects.toThrow(new RecognitionError('NOT_A_LICENSE'))
  await expect(recognize(desk)).rejects.toThrow(new RecognitionError('NOT_A_LICENSE'))
})

test('a picture whose pixels are broken is unreadable', async () => {
  const bytes = Buffer.from(pictureOf('van'))
  const broken = Buffer.concat([bytes.subarray(0, 20_000), Buffer.from([0xff, 0xd9])])
  await expect(recognize(broken)).rejects.toThrow(new RecognitionError('IMAGE_UNREADABLE'))
})
