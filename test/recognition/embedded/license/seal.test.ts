import type { PlacedPiece } from '../../../../recognition/engines/embedded/license/pieces'
import { pieceOf } from '../../../../recognition/engines/embedded/license/parts'
import { readSeal } from '../../../../recognition/engines/embedded/license/seal'
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

test('a seal is read with its row that is half black under the strip', () => {
  const rows = seal(['湖南省样', 4], ['例市公安', 2], ['局交通警', 4], ['察支队', 3])
  expect(readSeal(rows, PLACE)).toMatchObject({ text: '湖南省样例市公安局交通警察支队', decoding: { valid: true } })
})

test('of a seal that is red from top to bottom, black print between its rows is no part', () => {
  const rows = [...seal(['湖南省样', 4], ['例市公安', 4], ['局交通警', 4], ['察支队', 3]), row('非营运', 1.5, 0)]
  expect(readSeal(rows, PLACE)).toMatchObject({ text: '湖南省样例市公安局交通警察支队', decoding: { valid: true } })
})

test('a seal of which neither the red rows nor all of them name an authority says nothing', () => {
  expect(readSeal(seal(['湖南省样', 4], ['例市公安', 2], ['局交', 2]), PLACE)).toBeUndefined()
})
