import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import type { PlacedPiece } from '../../../../recognition/engines/embedded/license/pieces'
import { pieceOf } from '../../../../recognition/engines/embedded/license/split-line'
import { readAuthority, readSeal } from '../../../../recognition/engines/embedded/license/seal'
import { write } from '../made-up'

const PLACE = { left: 0, top: 35, right: 26, bottom: 61 }

/** A row of the seal, the first so many of whose characters are red; the others are black under the strip. */
function row(text: string, i: number, red: number): PlacedPiece {
  const line = write(text, 0, 0)
  const steps = line.steps.map((step, i) => ({ ...step, ink: { all: 20, red: i < 2 * red ? 20 : 0 } }))
  const top = 38 + 5 * i
  return { ...pieceOf({ ...line, steps }), rect: { left: 4, right: 22, top, bottom: top + 4 } }
}

const seal = (...rows: readonly (readonly [text: string, red: number])[]): PlacedPiece[] =>
  rows.map(([text, red], i) => row(text, i, red))

const nameOf = (...rows: string[]): string | undefined =>
  readAuthority(rows.map((text, i) => write(text, 0, 60 * i)))?.text

test.each<[string[], string]>([
  [['西壮族自治区', '禾野市公安局交', '通警察支队'], '广西壮族自治区禾野市公安局交通警察支队'],
  [['广西壮族自治区', '禾野市公安局交', '警察支队'], '广西壮族自治区禾野市公安局交通警察支队'],
  [['西藏自治区', '样例币公安局交', '通警察支队'], '西藏自治区样例市公安局交通警察支队'],
  [['样例市公安局', '交通警察专队'], '样例市公安局交通警察支队'],
])('what of %s is not seen, or not well, is known from the closed list that it is of', (rows, name) => {
  expect(nameOf(...rows)).toBe(name)
})

test('an authority of a known place may have a high confidence', () => {
  const sure = (...rows: string[]): number => {
    const reading = readAuthority(rows.map((text, i) => write(text, 0, 60 * i)))
    return reading ? confidenceOf(reading) : 0
  }
  expect(sure('湖南省长沙市公', '安局交通', '警察支队')).toBeGreaterThan(0.95)
  expect(sure('北京市公安局公', '安交通管理局')).toBeGreaterThan(0.95)
  expect(sure('湖南省样例市公', '安局交通', '警察支队')).toBeLessThan(0.95)
})

test.each<[string[], string]>([
  [['东省月牙市', '公安局交通', '警察支队'], '东省月牙市公安局交通警察支队'],
  [['样例市公安局', '交通警察支队'], '样例市公安局交通警察支队'],
  [['西藏自治', '区样例地', '区公安处', '交通警察', '支队'], '西藏自治区样例地区公安处交通警察支队'],
  [['西藏自治区', '样例公安局交', '通警察支队'], '西藏自治区样例公安局交通警察支队'],
])('what may be several names, or another town, stays as it is read: %s', (rows, name) => {
  expect(nameOf(...rows)).toBe(name)
})

test('reads a seal with a row that is half black under the strip', () => {
  const rows = seal(['湖南省样', 4], ['例市公安', 2], ['局交通警', 4], ['察支队', 3])
  expect(readSeal(rows, PLACE)).toMatchObject({ text: '湖南省样例市公安局交通警察支队', decoding: { valid: true } })
})

test('ignores black print between the rows of a red seal', () => {
  const rows = [...seal(['湖南省样', 4], ['例市公安', 4], ['局交通警', 4], ['察支队', 3]), row('非营运', 1.5, 0)]
  expect(readSeal(rows, PLACE)).toMatchObject({ text: '湖南省样例市公安局交通警察支队', decoding: { valid: true } })
})

test('gives nothing if neither the red rows nor all rows name an authority', () => {
  expect(readSeal(seal(['湖南省样', 4], ['例市公安', 2], ['局交', 2]), PLACE)).toBeUndefined()
})
