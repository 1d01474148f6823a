import type { Field, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import { type Rect, unionOf } from '../pixels/geometry'
import { type Label, nearestPage } from './pages'
import type { Piece } from './parts'

export type Outlines = ReadonlyMap<LicensePage, Rect>

/** Around the labels of each page that was found. */
export function outlineLabels<F extends Field>(labels: readonly Label<F>[]): Outlines {
  const outlines = new Map<LicensePage, Rect>()
  for (const { field, rect } of labels) {
    outlines.set(field.page, unionOf([rect, outlines.get(field.page) ?? rect]))
  }
  return outlines
}

/** Around all that is printed on each page: its labels, their values, and the title nearest to them. */
export function outlinePages<F extends Field>(
  labels: Outlines,
  values: ReadonlyMap<F, readonly Piece[]>,
  titles: readonly Piece[],
): Outlines {
  const printed = [
    ...Array.from(values, ([field, pieces]) => pieces.map(({ rect }) => ({ page: field.page, rect }))).flat(),
    ...titles.map(({ rect }) => ({ page: nearestPage(rect, labels), rect })),
  ]
  return new Map(
    Array.from(labels, ([page, rect]) => {
      const own = printed.filter((one) => one.page === page)
      return [page, unionOf([rect, ...own.map((one) => one.rect)])]
    }),
  )
}
