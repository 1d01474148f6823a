import { resolveConfusables } from '../../../../recognition/engines/embedded/templates/resolve-confusables'
import { FIELDS, fieldOf, type VehicleLicense } from '../../../../miniprogram/vehicle-license/fields'
import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import { readValue } from '../../../../recognition/engines/embedded/license/read-value'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { scaling } from '../../../../recognition/engines/embedded/pixels/affine'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'
import { endOf, write } from '../made-up'

const [WIDTH, HEIGHT] = [640, 400]
const PITCH = endOf(0, 'A')

/** Whether there is ink at a point of a character, -1..1 from its center. */
const SHAPES: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '0': (x, y) => Math.abs(Math.hypot(x / 0.55, y) - 0.85) < 0.16,
  // A zero printed a little wide.
  〇: (x, y) => Math.abs(Math.hypot(x / 0.6, y) - 0.85) < 0.16,
  O: (x, y) => Math.abs(Math.hypot(x / 0.85, y) - 0.85) < 0.16,
  Q: (x, y) => Math.abs(Math.hypot(x / 0.85, y) - 0.85) < 0.16 || (Math.abs(x - y) < 0.2 && x > 0.2),
  '1': (x, y) =>
    Math.abs(x) < 0.14 || (y > 0.75 && Math.abs(x) < 0.7) || (y < -0.4 && x < 0 && x > -0.6 && -x - y < 1.1),
  I: (x) => Math.abs(x) < 0.14,
}
/** Other characters are bars, each at its own position. */
const bar =
  (character: string) =>
  (x: number, y: number): boolean =>
    Math.abs(Math.sin(3 * x + 2 * y + (character.codePointAt(0) ?? 0))) < 0.3

/** Draws lines as high as the boxes of `write` less their margin. */
function draw(lines: readonly { text: string; x: number; y: number }[]): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(235)
  for (const { text, x, y } of lines) {
    for (const [i, character] of Array.from(text).entries()) {
      const isInk = SHAPES[character] ?? bar(character)
      for (let v = 0; v < 22; v++) {
        for (let u = 0; u < PITCH; u++) {
          const here = isInk((u + 0.5) / (PITCH / 2) - 1, (v + 0.5) / 11 - 1)
          const at = 3 * ((y + 4 + v) * WIDTH + x + i * PITCH + u)
          if (here) data.fill(40, at, at + 3)
        }
      }
    }
  }
  return { data, width: WIDTH, height: HEIGHT, toSent: scaling(1, 1) }
}

/** A line that is misread, with the printed characters as weak candidates. */
function misreadLine(text: string, printed: string, x: number, y: number): Line {
  const line = write(text, x, y)
  const characters = Array.from(printed)
  // `write` puts a blank before each character.
  const steps = line.steps.map((step, i) => {
    const own = characters[(i - 1) / 2]
    return own === undefined ? step : { ...step, candidates: [...step.candidates, { text: own, probability: 0.004 }] }
  })
  return { ...line, steps }
}

type Values = Readonly<VehicleLicense>

/** `misread`: what the recognizer reads where it is wrong; `drawn`: what the picture shows. */
function resolved(printed: Values, misread: Values = {}, drawn: Values = printed) {
  const lines = FIELDS.flatMap(({ key }) => (printed[key] ? [{ key, text: printed[key] }] : [])).map((line, i) => ({
    ...line,
    x: 20,
    y: 20 + 60 * i,
  }))
  const found = lines.map(({ key, text, x, y }) => {
    const wrong = misread[key]
    const line = wrong === undefined ? write(text, x, y) : misreadLine(wrong, text, x, y)
    const reading = readValue(fieldOf(key).kind, [line])
    if (!reading) throw new Error(`nothing was read of ${key}`)
    return [fieldOf(key), { reading, inPicture: <T>(quad: T) => quad }] as const
  })
  return Object.fromEntries(
    Array.from(
      resolveConfusables(draw(lines.map((line) => ({ ...line, text: drawn[line.key] ?? '' }))), new Map(found)),
      ([{ key }, reading]) => [key, reading],
    ),
  )
}

const DATES = { registerDate: '2010-01-20', issueDate: '2011-10-30' }

test('an O read as zero is corrected by the zeros of the dates, with a lower confidence', () => {
  const { engineNum } = resolved({ ...DATES, engineNum: 'AO5830' }, { engineNum: 'A05830' })
  expect(engineNum?.text).toBe('AO5830')
  expect(engineNum && confidenceOf(engineNum)).toBeLessThan(0.95)
})

test('a zero read as O is corrected', () => {
  expect(resolved({ ...DATES, engineNum: 'A05830' }, { engineNum: 'AO5830' }).engineNum?.text).toBe('A05830')
})

test('a zero of any shape stays one if the recognizer has no candidate O', () => {
  const [zero, drawnAsO] = [
    { ...DATES, engineNum: 'A05830' },
    { ...DATES, engineNum: 'AO5830' },
  ]
  expect(resolved(zero, {}, drawnAsO)).toEqual({})
})

test('a slightly unusual zero stays one if the recognizer is confident', () => {
  const [read, drawn] = [
    { ...DATES, engineNum: 'AO5830' },
    { ...DATES, engineNum: 'A〇5830' },
  ]
  expect(resolved(read, { engineNum: 'A05830' }, drawn)).toEqual({})
})

test('an I read as one is corrected by the ones of the dates', () => {
  expect(resolved({ ...DATES, engineNum: 'AI583' }, { engineNum: 'A1583' }).engineNum?.text).toBe('AI583')
})

test('a Q of a plate read as zero is corrected', () => {
  expect(resolved({ ...DATES, plateNum: '粤B5Q387' }, { plateNum: '粤B50387' }).plateNum?.text).toBe('粤B5Q387')
  expect(resolved({ ...DATES, plateNum: '粤B50387' })).toEqual({})
})

test('a correct reading stays as it is', () => {
  expect(resolved({ ...DATES, engineNum: 'A0583O1I' })).toEqual({})
})

test('without unambiguous zeros nothing changes', () => {
  expect(resolved({ engineNum: 'AO5830' }, { engineNum: 'A05830' })).toEqual({})
})
