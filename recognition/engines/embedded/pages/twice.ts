import { alternatives } from '../decode'
import { decideTogether } from '../decode/together'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { type Reading, readValue } from '../license/read-value'
import { SEAL_KEY } from '../license/seal'
import type { Models } from '../ocr/models'
import { recognizeLines, WIDE } from '../ocr/recognize'
import { mapQuad } from '../pixels/geometry'
import { project } from '../pixels/homography'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Row } from './read-boxes'

/** A value that is less sure is read once more. */
const SURE = 0.8

/** Digits that stand side by side as often as this run together: 30000 is read as 3000, and surely. */
const REPEATED = /(\d)\1\1/

const isDoubtful = (reading: Reading): boolean => confidenceOf(reading) < SURE || REPEATED.test(reading.text)

/** The reading that both readings of the same print speak for together. */
function elect({ kind }: Row, first: Reading, second: Reading): Reading {
  const both = [first, second]
  const decided = decideTogether(
    both.map(({ lines }) =>
      alternatives(
        kind,
        lines.map(({ steps }) => steps),
      ),
    ),
  )
  return both.find(({ text }) => text === decided?.text) ?? first
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
  const doubtful = [...sheet.readings].filter(
    ([{ key }, reading]) =>
      key !== SEAL_KEY && isDoubtful(reading) && reading.lines.some(({ steps }) => steps.length > 0),
  )
  const boxes = doubtful.flatMap(([, { lines }]) => lines.map(({ box }) => box))
  const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
  const lines = (await recognizeLines(picture, places, models, WIDE)).map((line, i) => ({
    ...line,
    box: boxes[i] ?? line.box,
  }))
  const elected = doubtful.map(([field, first]) => {
    const own = first.lines.map(({ box }) => lines[boxes.indexOf(box)]).flatMap((line) => line ?? [])
    const second = readValue(field.kind, own)
    return [field, second ? { ...elect(field, first, second), gap: first.gap === true } : first] as const
  })
  return { ...sheet, readings: new Map([...sheet.readings, ...elected]) }
}
