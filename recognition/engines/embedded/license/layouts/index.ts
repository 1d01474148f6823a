import type { FieldKey } from '../../../../../miniprogram/vehicle-license/fields'
import { CURRENT } from './current'
import { FORMER } from './former'
import type { Layout } from './layout'
import { PLAIN } from './plain'

export type { Layout } from './layout'
export { LIST } from './list'

/** mm; about the print height of labels. */
export const LABEL_HEIGHT = 2.2

/** mm; largest x of a label over all forms. */
export const rightmostPlaceOf = (key: FieldKey): number =>
  LAYOUTS.flatMap(({ labels }) => labels[key]?.x ?? []).sort((a, b) => b - a)[0] ?? Infinity

/** All forms, the most common first. */
export const LAYOUTS: readonly Layout[] = [...CURRENT, ...FORMER, ...PLAIN]
