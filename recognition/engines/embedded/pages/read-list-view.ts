import { quadOf } from '../../../../miniprogram/image/quad'
import { type Field, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import type { Blank } from '../license/blanks'
import { findDashes } from '../license/dashes'
import { findSigns, joinSigns } from '../license/extract'
import { mayBeList, readList } from '../license/list'
import { emptyReading, type Reading } from '../license/read-value'
import type { Models } from '../ocr/models'
import { darkness } from '../pixels/darkness'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { ReadPage } from './state'
import { MAX_LINES, readBoxes } from './read-boxes'
import type { Located } from './locate-pages'
import { rereadDoubtful } from './reread-doubtful'

/** px; label height in the darkness map, enough to resolve a dash. */
const LABEL_PX = 22

/** Finds the dashes of empty values, which the detector misses. */
function readBlanks(picture: Picture, { toPicture }: View, blanks: readonly Blank[], unit: number) {
  return blanks.flatMap(({ field, label, place }): [Field, Reading][] => {
    const map = darkness(picture, place, label, toPicture, LABEL_PX / unit)
    const dashes = map && findDashes(map, LABEL_PX)
    return dashes ? [[field, emptyReading(dashes.darkness, quadOf(place))]] : []
  })
}

/** Reads a view as a list of labels and values, recognizing only the lines not read yet. `undefined` if it is no license's. */
export async function readListView(
  picture: Picture,
  view: View,
  { signs, read }: Located,
  models: Models,
): Promise<ReadPage | undefined> {
  const left = view.lines.filter((line) => !read.has(line)).slice(0, MAX_LINES)
  const all = joinSigns(signs, findSigns(await readBoxes(picture, view, left, models), FIELDS))
  if (!mayBeList(all)) return undefined
  const { sheet, blanks, unit } = readList(all)
  const reread = await rereadDoubtful({ picture, view, models }, sheet)
  const readings = new Map([...reread.readings, ...readBlanks(picture, view, blanks, unit)])
  return { view, sheet: { ...reread, readings } }
}
