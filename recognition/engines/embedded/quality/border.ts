import type { Scene } from './scene'
import { linesOnPages } from './lines-on-pages'
import { distance } from '../../../../miniprogram/image/point'
import { boundsOf } from '../../../../miniprogram/image/rect'

/** How far the pages reach beyond the picture, in shares of their longer side; less than 0 where there is room. */
export const overhangOf = ({ picture, cards }: Pick<Scene, 'picture' | 'cards'>): number =>
  Math.max(
    -1,
    ...cards.map((card) => {
      const { left, top, right, bottom } = boundsOf(card)
      const outside = Math.max(-left, -top, right - picture.width, bottom - picture.height)
      return outside / Math.max(distance(card[0], card[1]), distance(card[1], card[2]), 1)
    }),
  )

/** px from the picture's edge; text that ends within is taken to go on beyond it. */
const NEAR = 2

/** Whether print on the pages ends where the picture does. */
export function isPrintCut(seen: Omit<Scene, 'textHeight'>): boolean {
  const { width, height } = seen.picture
  return linesOnPages(seen).some((line) => {
    const { left, top, right, bottom } = boundsOf(line)
    return left < NEAR || top < NEAR || right > width - NEAR || bottom > height - NEAR
  })
}
