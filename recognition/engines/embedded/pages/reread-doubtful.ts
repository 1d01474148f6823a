import { greedyDecode } from '../ocr/ctc'
import { combineReadings } from '../decode/combine-readings'
import { project } from '../../../../miniprogram/image/homography'
import { mapQuad } from '../../../../miniprogram/image/quad'
import type { Field, FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { alternatives } from '../decode'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { isMasked } from '../license/masked'
import { type Reading, readValue } from '../license/read-value'
import { SEAL_KEY } from '../license/seal'
import type { Line } from '../ocr/line'
import { recognizeLines, WIDE, WIDEST } from '../ocr/recognize'
import type { Frame } from './state'

/** Below this confidence a value is read again. */
const MIN_CONFIDENCE = 0.8

/** Below this confidence the wider reading of a dense line does not replace the first. */
const MIN_WIDE_CONFIDENCE = 0.5

/** Runs of a digit merge: 30000 is read as 3000, with high confidence. */
const REPEATED = /(\d)\1\1/

const isDoubtful = (reading: Reading): boolean => confidenceOf(reading) < MIN_CONFIDENCE || REPEATED.test(reading.text)

/** Kinds without a fixed length. */
const ANY_LENGTH: ReadonlySet<FieldKind> = new Set(['mass', 'size', 'model', 'engineNum'])
/** Share of characters in adjacent steps above which a line is dense: doubled characters merge. */
const MAX_ADJACENT = 1 / 3
const CODE = /^[0-9A-Z]$/i

function isDense({ steps }: Line): boolean {
  const stride = (steps[1]?.at ?? 0) - (steps[0]?.at ?? 0)
  const glyphs = greedyDecode(steps)
  const gaps = glyphs.slice(1).flatMap(({ text, at }, i) => {
    const before = glyphs[i]
    return before && CODE.test(text) && CODE.test(before.text) ? [at - before.at] : []
  })
  return gaps.filter((gap) => gap < 1.5 * stride).length > MAX_ADJACENT * gaps.length
}

/** The reading with the highest joint probability under both. */
function elect({ kind }: Field, first: Reading, second: Reading): Reading {
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

/** Chooses between two readings. A disagreement counts as a repair, which caps the confidence. */
function decide(field: Field, first: Reading, second: Reading, dense: boolean): Reading {
  if (isMasked(second.text)) return first
  const elected = dense && confidenceOf(second) >= MIN_WIDE_CONFIDENCE ? second : elect(field, first, second)
  const repaired = elected.decoding.repaired || first.text !== second.text
  return { ...elected, decoding: { ...elected.decoding, repaired }, gap: first.gap === true }
}

/** Reads doubtful and dense values again, stretched, so that doubled characters separate. */
export async function rereadDoubtful({ picture, view, models }: Frame, sheet: SheetReading): Promise<SheetReading> {
  const read = [...sheet.readings].filter(
    ([{ key }, { lines }]) => key !== SEAL_KEY && lines.some(({ steps }) => steps.length > 0),
  )
  const dense = read.filter(([{ kind }, { lines }]) => ANY_LENGTH.has(kind) && lines.some(isDense))
  const doubtful = read.filter((one) => !dense.includes(one) && isDoubtful(one[1]))
  const again = async (values: typeof read, squeeze: number): Promise<(readonly [Field, Reading])[]> => {
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
