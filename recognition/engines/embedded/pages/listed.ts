import { quadOf } from '../../../../miniprogram/image/quad'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import type { Blank } from '../license/blanks'
import { findDashes } from '../license/dashes'
import { findSigns, joinSigns } from '../license/extract'
import { mayBeList, readList } from '../license/list'
import { emptyReading, type Reading } from '../license/read-value'
import type { Models } from '../ocr/models'
import { darkness } from '../pixels/darkness'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { ReadPage } from './index'
import { MAX_LINES, readBoxes, type Row } from './read-boxes'
import type { Search } from './search'
import { readTwice } from './twice'

/** px of a map for the height of a label's characters: enough to see a dash. */
const UNIT = 22

/** The dashes of values that are empty: the detector passes over them. */
function readDashes(picture: Picture, { toPicture }: View, blanks: readonly Blank<Row>[], unit: number) {
  return blanks.flatMap(({ field, label, place }): [Row, Reading][] => {
    const map = darkness(picture, place, label, toPicture, UNIT / unit)
    const dashes = map && findDashes(map, UNIT)
    return dashes ? [[field, emptyReading(dashes.darkness, quadOf(place))]] : []
  })
}

/**
 * Reads what stands in a view as a list of labels and values; what of its lines was read already is not read again.
 * `undefined` where its labels are none of a license's.
 */
export async function readListed(
  picture: Picture,
  view: View,
  { signs, read }: Search,
  models: Models,
): Promise<ReadPage | undefined> {
  const left = view.lines.filter((line) => !read.has(line)).slice(0, MAX_LINES)
  const all = joinSigns(signs, findSigns(await readBoxes(picture, view, left, models), FIELDS))
  if (!mayBeList(all)) return undefined
  const { sheet, blanks, unit } = readList(all)
  const twice = await readTwice(picture, view, sheet, models)
  const readings = new Map([...twice.readings, ...readDashes(picture, view, blanks, unit)])
  return { view, sheet: { ...twice, readings } }
}
