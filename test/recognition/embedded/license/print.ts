import type { Point } from '../../../../miniprogram/image/point'
import { type Field, type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import type { Layout } from '../../../../recognition/engines/embedded/license/layouts'
import { PLAIN } from '../../../../recognition/engines/embedded/license/layouts/plain'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { write } from '../made-up'

export const PX_A_MM = 12

/** mm: the labels of both pages of a form. */
export const placesOf = (layouts: readonly Layout[]): Readonly<Partial<Record<FieldKey, Point>>> =>
  Object.assign({}, ...layouts.map(({ labels }) => labels)) as Partial<Record<FieldKey, Point>>

/** Where `print` prints labels unless told otherwise. */
export const LABEL_PLACES = placesOf(PLAIN)

/** mm behind the left edge of its label: where `print` begins a value. */
const valueBegins = (characters: number): number => (characters <= 4 ? 13 : 5 + 2 * characters)

export function readingsOf(lines: readonly Line[], fields: readonly Field[]) {
  return extract(lines, fields).flatMap(({ readings }) => Array.from(readings))
}

export function valuesOf(lines: readonly Line[], fields: readonly Field[] = FIELDS): Record<string, string> {
  return Object.fromEntries(readingsOf(lines, fields).map(([{ key }, { text }]) => [key, text]))
}

type Values = Partial<Record<FieldKey, string>>

export interface Print {
  /** px; where the page's left top corner is */
  readonly x?: number
  readonly y?: number
  /** px by which values stand lower than their labels */
  readonly shift?: number
  readonly places?: typeof LABEL_PLACES
  /** Labels that are not printed. */
  readonly without?: readonly FieldKey[]
}

/** A page as it is printed: every label of these values, and beside it the value; '' for none. */
export function print(
  values: Values,
  { x = 100, y = 100, shift = 0, places = LABEL_PLACES, without = [] }: Print = {},
): Line[] {
  return FIELDS.flatMap(({ key, label }) => {
    const [place, value] = [places[key], values[key]]
    if (!place || value === undefined) return []
    const [left, top] = [x + place.x * PX_A_MM, y + place.y * PX_A_MM - 15]
    const behind = left + valueBegins(label.zh.length) * PX_A_MM
    return [
      ...(without.includes(key) ? [] : [write(label.zh, left, top)]),
      ...(value === '' ? [] : [write(value, behind, top + shift)]),
    ]
  })
}

export const MAIN_VALUES = {
  plateNum: '粤B5K7T9',
  vehicleType: '小型轿车',
  owner: '王小样',
  addr: '广东省样例市测试路168号',
  useCharacter: '非营运',
  model: 'YL7153',
  vin: 'LXXAB23E4H4067385',
  engineNum: 'YL4G15T',
  registerDate: '2018-07-06',
  issueDate: '2021-03-15',
}
export const DUPLICATE_VALUES = {
  plateNumB: '粤B12345',
  record: '440300672915',
  passengersNum: '5人',
  totalQuality: '1735kg',
  prepareQuality: '1298kg',
  loadQuality: '--',
  remark: '--',
}
