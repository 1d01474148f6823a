import { greedyDecode } from '../ocr/ctc'
import { combineReadings } from '../decode/combine-readings'
import { project } from '../../../../miniprogram/image/homography'
import { mapQuad } from '../../../../miniprogram/image/quad'
import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { alternatives } from '../decode'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { isMasked } from '../license/masked'
import { type Reading, readValue } from '../license/read-value'
import { SEAL_KEY } from '../license/seal'
import type { Line } from '../ocr/line'
import type { Models } from '../ocr/models'
import { recognizeLines, WIDE, WIDEST } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Row } from './read-boxes'

/** A value that is less sure is read once more. */
const SURE = 0.8

/** A wider reading that is less sure than this is no better than the first. */
const LEGIBLE = 0.5

/** Digits that stand side by side as often as this run together: 30000 is read as 3000, and surely. */
const REPEATED = /(\d)\1\1/

const isDoubtful = (reading: Reading): boolean => confidenceOf(reading) < SURE || REPEATED.test(reading.text)

/** Kinds in which nothing tells how many characters there are. */
const ANY_LENGTH: ReadonlySet<FieldKind> = new Set(['mass', 'size', 'model', 'engineNum'])
/** Share of characters that stand in the very next step, from which on a line is too dense: one that stands twice is seen once. */
const DENSE = 1 / 3
const CODE = /^[0-9A-Z]$/i

function isDense({ steps }: Line): boolean {
  const stride = (steps[1]?.at ?? 0) - (steps[0]?.at ?? 0)
  const glyphs = greedyDecode(steps)
  const gaps = glyphs.slice(1).flatMap(({ text, at }, i) => {
    const before = glyphs[i]
    return before && CODE.test(text) && CODE.test(before.text) ? [at - before.at] : []
  })
  return gaps.filter((gap) => gap < 1.5 * stride).length > DENSE * gaps.length
}

/** The reading that both readings of the same print speak for together. */
function elect({ kind }: Row, first: Reading, second: Reading): Reading {
  const both = [first, second]
  const decided = combineReadings(
    both.map(({ lines }) =>
      alternatives(
        kind,
        lines.map(({ steps }) => steps),
      ),
    ),
  )
  return both.find(({ text }) => text === decided?.text) ?? first
}

/** What came of two readings; that they differ makes either less sure. */
function decide(field: Row, first: Reading, second: Reading, dense: boolean): Reading {
  if (isMasked(second.text)) return first
  const elected = dense && confidenceOf(second) >= LEGIBLE ? second : elect(field, first, second)
  const repaired = elected.decoding.repaired || first.text !== second.text
  return { ...elected, decoding: { ...elected.decoding, repaired }, gap: first.gap === true }
}

/**
 * Reads once more, wider, the values of a page that were not read surely: letters that stand twice side by side part
 * then, and a stroke that is seen once only is seen otherwise.
 */
export async function readTwice(
  picture: Picture,
  view: View,
  sheet: SheetReading<Row>,
  models: Models,
): Promise<SheetReading<Row>> {
  const read = [...sheet.readings].filter(
    ([{ key }, { lines }]) => key !== SEAL_KEY && lines.some(({ steps }) => steps.length > 0),
  )
  const dense = read.filter(([{ kind }, { lines }]) => ANY_LENGTH.has(kind) && lines.some(isDense))
  const doubtful = read.filter((one) => !dense.includes(one) && isDoubtful(one[1]))
  const again = async (values: typeof read, squeeze: number): Promise<(readonly [Row, Reading])[]> => {
    const boxes = values.flatMap(([, { lines }]) => lines.map(({ box }) => box))
    const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
    const lines = await recognizeLines(picture, places, models, squeeze)
    return values.map(([field, first]) => {
      const own = first.lines.flatMap(({ box }) => {
        const line = lines[boxes.indexOf(box)]
        return line ? [{ ...line, box }] : []
      })
      const second = readValue(field.kind, own)
      return [field, second ? decide(field, first, second, squeeze === WIDEST) : first]
    })
  }
  const elected = [...(await again(doubtful, WIDE)), ...(await again(dense, WIDEST))]
  return { ...sheet, readings: new Map([...sheet.readings, ...elected]) }
}
