import { boundsOf, type Rect } from '../../../../../miniprogram/image/rect'
import { median } from '../../../../../miniprogram/image/statistics'
import type { Field, FieldKey } from '../../../../../miniprogram/vehicle-license/fields'
import type { FoundLabel } from '../find-labels'
import type { Signs } from '../sheets'
import { comparable } from '../spellings'

/** Labels that identify a list as a license. */
const OWN = new Set<FieldKey>([
  'plateNum',
  'vehicleType',
  'owner',
  'addr',
  'useCharacter',
  'model',
  'vin',
  'engineNum',
  'registerDate',
  'issueDate',
])
const MIN_OWN = 7
const MAX_ERRORS = 1
/** The one label that lists have in English. */
const ENGLISH = 'vin'
/** In label heights: largest difference of left edges within a column. */
export const COLUMN = 1

/** Labels that only electronic licenses have. */
export const LIST_ONLY = [
  '检验有效期止',
  '机动车状态',
  '状态',
  '车身颜色',
  '能源种类',
  '生成时间',
  '更新时间',
  '号牌种类',
]

export const rectOf = ({ box }: { readonly box: FoundLabel['box'] }): Rect => boundsOf(box)
export const heightOf = ({ top, bottom }: Rect): number => bottom - top
export const startsWith = (text: string, labels: readonly string[]): boolean =>
  labels.some((label) => comparable(text).startsWith(label))

/** The best match of each field. */
export function labelsOf(labels: readonly FoundLabel[]): Map<Field, FoundLabel> {
  const best = new Map<Field, FoundLabel>()
  for (const label of labels) {
    const [field] = label.fields
    if (!field || (label.script !== 'zh' && field.key !== ENGLISH) || label.errors > MAX_ERRORS) continue
    if (label.errors < (best.get(field)?.errors ?? Infinity)) best.set(field, label)
  }
  return best
}

const ownLabels = ({ labels }: Signs): Rect[] =>
  [...labelsOf(labels)].filter(([{ key }]) => OWN.has(key)).map(([, label]) => rectOf(label))

/** Whether enough labels were read well for a list. */
export const mayBeList = (signs: Signs): boolean => ownLabels(signs).length >= MIN_OWN

/** Whether more labels form a column than on any form. */
export function isColumn(signs: Signs): boolean {
  const own = ownLabels(signs)
  const unit = median(own.map(heightOf)) ?? 1
  return own.some(({ left }) => own.filter((other) => Math.abs(other.left - left) < COLUMN * unit).length >= MIN_OWN)
}

/** Whether there is a label that only electronic licenses have. */
export const hasListOnlyLabel = ({ pieces }: Signs): boolean => pieces.some(({ text }) => startsWith(text, LIST_ONLY))
