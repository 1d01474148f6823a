import { distance } from '../../../../miniprogram/image/point'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { linesOnPages } from './lines-on-pages'
import type { Print } from './scene'

/** How far the pages extend beyond the picture, as a share of their longer side; negative where there is a margin. */
export const overhangOf = ({ picture, cards }: Pick<Print, 'picture' | 'cards'>): number =>
  Math.max(
    -1,
    ...cards.map((card) => {
      const { left, top, right, bottom } = boundsOf(card)
      const outside = Math.max(-left, -top, right - picture.width, bottom - picture.height)
      return outside / Math.max(distance(card[0], card[1]), distance(card[1], card[2]), 1)
    }),
  )

/** px from the edge of the picture within which text counts as cut. */
const NEAR = 2

export function isPrintCut(print: Print): boolean {
  const { width, height } = print.picture
  return linesOnPages(print).some((line) => {
    const { left, top, right, bottom } = boundsOf(line)
    return left < NEAR || top < NEAR || right > width - NEAR || bottom > height - NEAR
  })
}
