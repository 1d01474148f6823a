import { boundsOf, type Rect } from '../../../../../miniprogram/image/rect'
import { median } from '../../../../../miniprogram/image/statistics'
import type { Field, FieldKey } from '../../../../../miniprogram/vehicle-license/fields'
import type { FoundLabel } from '../parts'
import type { Signs } from '../sheets'
import { comparable } from '../spellings'

/** What makes it a license's: of these labels so many, each read with at most one error. */
const OWN = new Set<string>([
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
] satisfies FieldKey[])
const ENOUGH = 7
const MAX_ERRORS = 1
/** Lists have one label in English, too: VIN. */
const ENGLISH = 'vin'
/** In heights of the labels: labels of one column begin no farther apart. */
export const COLUMN = 1

/** Labels of electronic licenses that no form has. */
export const TELLING = [
  '检验有效期止',
  '机动车状态',
  '状态',
  '车身颜色',
  '能源种类',
  '生成时间',
  '更新时间',
  '号牌种类',
]

export const rectOf = ({ box }: { readonly box: FoundLabel<Field>['box'] }): Rect => boundsOf(box)
export const heightOf = ({ top, bottom }: Rect): number => bottom - top
export const startsWith = (text: string, labels: readonly string[]): boolean =>
  labels.some((label) => comparable(text).startsWith(label))

/** Of each field the label that was read best. */
export function labelsOf<F extends Field>(labels: readonly FoundLabel<F>[]): Map<F, FoundLabel<F>> {
  const best = new Map<F, FoundLabel<F>>()
  for (const label of labels) {
    const [field] = label.fields
    if (!field || (label.script !== 'zh' && field.key !== ENGLISH) || label.errors > MAX_ERRORS) continue
    if (label.errors < (best.get(field)?.errors ?? Infinity)) best.set(field, label)
  }
  return best
}

const ownLabels = <F extends Field>({ labels }: Signs<F>): Rect[] =>
  [...labelsOf(labels)].filter(([{ key }]) => OWN.has(key)).map(([, label]) => rectOf(label))

/** Whether enough labels of a license were read well: they may be a list's. */
export const mayBeList = <F extends Field>(signs: Signs<F>): boolean => ownLabels(signs).length >= ENOUGH

/** Whether more of the labels stand one under the other than on any form. */
export function isColumn<F extends Field>(signs: Signs<F>): boolean {
  const own = ownLabels(signs)
  const unit = median(own.map(heightOf)) ?? 1
  return own.some(({ left }) => own.filter((other) => Math.abs(other.left - left) < COLUMN * unit).length >= ENOUGH)
}

/** Whether something stands there that only electronic licenses tell. */
export const tellsList = <F extends Field>({ pieces }: Signs<F>): boolean =>
  pieces.some(({ text }) => startsWith(text, TELLING))
