import type { FieldKey } from '../../../../../miniprogram/vehicle-license/fields'
import { CURRENT } from './current'
import { FORMER } from './former'
import type { Layout } from './layout'
import { PLAIN } from './plain'

export type { Layout } from './layout'
export { LIST } from './list'

/** mm; about how high the labels are printed. */
export const LABEL_HEIGHT = 2.2

/** mm: where its label stands on the form that prints it farthest to the right. */
export const rightmostPlaceOf = (key: string): number =>
  LAYOUTS.flatMap(({ labels }) => labels[key as FieldKey]?.x ?? []).sort((a, b) => b - a)[0] ?? Infinity

/** The forms, the usual one first. */
export const LAYOUTS: readonly Layout[] = [...CURRENT, ...FORMER, ...PLAIN]
