import sharp from 'sharp'
import { checkDate, checkPlate, checkSize, checkVin } from '../../../miniprogram/vehicle-license/checks'
import { FIELDS, type FieldKey } from '../../../miniprogram/vehicle-license/fields'
import {
  type DrawnPicture,
  drawElectronic,
  drawLicenses,
  drawOthers,
  type Series,
} from '../../../scripts/licenses/draw'
import { inventLicense } from '../../../scripts/licenses/data'
import { DESIGNS } from '../../../scripts/licenses/electronic'
import { type Phrases, PHRASES } from '../../../scripts/licenses/phrases'
import { createRandom } from '../../../scripts/licenses/random'
import { SPLITS } from '../../../scripts/licenses/splits'

async function draw(series: Series): Promise<DrawnPicture[]> {
  const all: DrawnPicture[] = []
  for await (const drawn of drawLicenses(series)) all.push(drawn)
  return all
}

/** 0..255. On a busy machine Chromium sometimes antialiases a few letters differently. */
const TOLERANCE = 16

/** Max difference between two pictures, 0..255. */
async function difference(a: Buffer | undefined, b: Buffer | undefined): Promise<number> {
  const [one, other] = await Promise.all([a, b].map((bytes) => sharp(bytes).raw().toBuffer()))
  if (!one || one.length !== other?.length) return Infinity
  return one.reduce((max, value, i) => Math.max(max, Math.abs(value - (other[i] ?? 0))), 0)
}

describe('drawn licenses', () => {
  let some: DrawnPicture[]

  beforeAll(async () => {
    some = await draw({ split: 'dev', level: 'normal', count: 3 })
  })

  test('depend only on their index', async () => {
    const [again] = await draw({ split: 'dev', level: 'normal', count: 1, from: 2 })
    expect(again?.name).toBe('dev-normal-0002')
    expect(await difference(again?.bytes, some[2]?.bytes)).toBeLessThanOrEqual(TOLERANCE)
    expect(again).toMatchObject({ truth: some[2]?.truth, cards: some[2]?.cards, tags: some[2]?.tags })
  })

  test('have the truth of the visible pages, without hidden fields', () => {
    for (const { truth, cards, tags } of some) {
      const keys = FIELDS.filter(({ page, key }) => cards[page] && !tags.includes(`hidden-${key}`)).map(
        ({ key }) => key,
      )
      expect(Object.keys(truth).sort()).toEqual([...keys].sort())
    }
  })

  test('contain the corners of each card', async () => {
    for (const { bytes, cards } of some) {
      const { width, height } = await sharp(bytes).metadata()
      for (const { x, y } of Object.values(cards).flat()) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeLessThanOrEqual(height)
      }
    }
  })

  test('rotate with their corners', async () => {
    const [upright] = some
    const [turned] = await draw({ split: 'dev', level: 'normal', count: 1, turn: 180 })
    expect(turned?.truth).toEqual(upright?.truth)
    const { width, height } = await sharp(upright?.bytes).metadata()
    for (const [page, quad] of Object.entries(upright?.cards ?? {}))
      for (const [i, { x, y }] of quad.entries()) {
        const point = turned?.cards[page as keyof DrawnPicture['cards']]?.[i]
        expect(point?.x).toBeCloseTo(width - x, 3)
        expect(point?.y).toBeCloseTo(height - y, 3)
      }
  })
})

test('electronic licenses are reproducible, use every design and have their truth', async () => {
  const drawn: DrawnPicture[] = []
  for await (const one of drawElectronic('dev', 4)) drawn.push(one)
  expect(new Set(drawn.map(({ tags }) => tags[0])).size).toBe(4)
  for (const { truth, cards } of drawn) {
    expect(Object.keys(truth).length).toBeGreaterThanOrEqual(9)
    expect(truth.inspectionRecord).toBeUndefined()
    expect(cards).toEqual({})
  }
  for await (const again of drawElectronic('dev', 1, 3)) {
    expect(again.truth).toEqual(drawn[3]?.truth)
    expect(await difference(again.bytes, drawn[3]?.bytes)).toBeLessThanOrEqual(TOLERANCE)
  }
})

test('pictures of other things are reproducible and of several kinds', async () => {
  const names: string[] = []
  const first: Buffer[] = []
  for await (const { name, bytes } of drawOthers('dev', 2)) {
    names.push(name)
    first.push(bytes)
  }
  expect(new Set(names).size).toBe(2)
  for await (const { bytes } of drawOthers('dev', 1, 1)) expect(bytes.equals(first[1] ?? Buffer.alloc(0))).toBe(true)
})

test('the splits share no seed, font, background, paper, ink, phrase or design', () => {
  const { dev, test: other } = SPLITS
  expect(dev.seed).not.toBe(other.seed)
  for (const part of [
    'stylesheets',
    'labelFamilies',
    'labelColors',
    'papers',
    'inks',
    'desks',
    'skins',
    'leathers',
  ] as const)
    expect(dev[part].filter((one) => other[part].includes(one))).toEqual([])
  for (const part of ['gradients', 'greenPapers'] as const)
    expect(dev[part].filter((one) => other[part].map(String).includes(String(one)))).toEqual([])
  for (const key of Object.keys(PHRASES.dev) as (keyof Phrases)[])
    expect(PHRASES.dev[key].filter((one) => PHRASES.test[key].includes(one))).toEqual([])
  expect(Object.keys(DESIGNS.dev).filter((name) => name in DESIGNS.test)).toEqual([])
  const families = (style: typeof dev) => style.values.flatMap(({ family }) => family.split(','))
  expect(families(dev).filter((family) => families(other).includes(family))).toEqual([])
})

test('fictitious data is valid', () => {
  for (let i = 0; i < 500; i++) {
    const license = inventLicense(createRandom(`test ${i}`), PHRASES[i % 2 === 0 ? 'dev' : 'test'])
    expect(Object.keys(license).sort()).toEqual(FIELDS.map(({ key }): FieldKey => key).sort())
    expect(checkPlate(license.plateNum ?? '')).toBeUndefined()
    expect(checkVin(license.vin ?? '')).toBeUndefined()
    expect(checkDate(license.registerDate ?? '')).toBeUndefined()
    expect(checkSize(license.overallSize ?? '')).toBeUndefined()
    expect((license.registerDate ?? '') <= (license.issueDate ?? '')).toBe(true)
    expect(parseInt(license.prepareQuality ?? '') > parseInt(license.totalQuality ?? '')).toBe(false)
  }
})
