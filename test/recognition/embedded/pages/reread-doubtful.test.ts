import { scale } from '../../../../miniprogram/image/homography'
import { quadOf } from '../../../../miniprogram/image/quad'
import { fieldOf, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import { emptyReading, type Reading, readValue } from '../../../../recognition/engines/embedded/license/read-value'
import { rereadDoubtful } from '../../../../recognition/engines/embedded/pages/reread-doubtful'
import { DUPLICATE_VALUES, print } from '../license/print'
import { endOf, write } from '../made-up'
import { pictureOf, reader } from './reader'

const [LEFT, TOP] = [600, 400]
const PRINT = { left: LEFT + 8, right: endOf(LEFT, '3000kg') - 8, top: TOP + 5, bottom: TOP + 25 }

/** A mass of which one zero, the fifth character, was as good as not seen. */
function mass(text: string, unseen: number): Reading | undefined {
  const line = write(text, LEFT, TOP)
  const candidates = [
    { text: '', probability: unseen },
    { text: text[4] ?? '', probability: 1 - unseen },
  ]
  return readValue('mass', [
    { ...line, steps: line.steps.map((step, i) => (i === 9 ? { ...step, candidates } : step)) },
  ])
}

/** What a mass is after it was looked at again, and how many lines were read for it. */
async function readAgain(first: Reading | undefined, second: string) {
  const [page] = extract(print(DUPLICATE_VALUES), FIELDS)
  const field = fieldOf('totalQuality')
  if (!page || !first) throw new Error('no mass')
  const model = reader(second)
  const sheet = { ...page, readings: new Map([[field, first]]) }
  const view = { toPicture: scale(1), lines: [] }
  const read = await rereadDoubtful({ picture: pictureOf(PRINT), view, models: model.models }, sheet)
  return [read.readings.get(field)?.text, model.read()]
}

test('reads repeated digits again, whatever their confidence', async () => {
  const first = mass('30000kg', 0.9)
  expect(first && confidenceOf(first)).toBeGreaterThan(0.9)
  expect(first?.text).toBe('3000kg')
  expect(await readAgain(first, '30000kg')).toEqual(['30000kg', 1])
  expect(await readAgain(first, '3000kg')).toEqual(['3000kg', 1])
})

test('leaves other digits of high confidence alone', async () => {
  expect(await readAgain(mass('33000kg', 0.9), '33000kg')).toEqual(['3300kg', 0])
  expect(await readAgain(mass('33000kg', 0.55), '33000kg')).toEqual(['33000kg', 1])
})

test('reads dense digits again, stretched', async () => {
  const [one] = ['235kg'].map((text) => {
    const line = write(text, LEFT, TOP)
    const steps = line.steps.filter((_, i) => i % 2 === 1)
    return readValue('mass', [{ ...line, steps: steps.map((step, i) => ({ ...step, at: (i + 0.5) / steps.length })) }])
  })
  expect(one && confidenceOf(one)).toBeGreaterThan(0.9)
  expect(await readAgain(one, '2355kg')).toEqual(['2355kg', 1])
})

test('caps the confidence when two readings differ', async () => {
  const [page] = extract(print(DUPLICATE_VALUES), FIELDS)
  const field = fieldOf('totalQuality')
  const first = mass('30000kg', 0.9)
  if (!page || !first) throw new Error('no mass')
  const sheet = { ...page, readings: new Map([[field, first]]) }
  const { models } = reader('30000kg')
  const read = await rereadDoubtful(
    { picture: pictureOf(PRINT), view: { toPicture: scale(1), lines: [] }, models },
    sheet,
  )
  const reading = read.readings.get(field)
  expect(reading && confidenceOf(reading)).toBeLessThan(0.95)
})

test('leaves detected dashes alone', async () => {
  expect(await readAgain(emptyReading(0.5, quadOf(PRINT)), '3000kg')).toEqual(['--', 0])
})
