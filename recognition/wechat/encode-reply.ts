import type { Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import type { Recognition } from '../../miniprogram/vehicle-license/recognition'

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const encodePoint = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

const encodeCard = ([leftTop, rightTop, rightBottom, leftBottom]: Quad) => ({
  pos: {
    left_top: encodePoint(leftTop),
    right_top: encodePoint(rightTop),
    right_bottom: encodePoint(rightBottom),
    left_bottom: encodePoint(leftBottom),
  },
})

/**
 * A recognition as WeChat replies it: 16 fields in snake_case, empty if not read, the pages found, and the picture's
 * size in px. WeChat returns no evidence.
 */
export function encodeReply({ license, cards }: Recognition, size: { width: number; height: number }): object {
  const returned = FIELDS.filter(({ isReturned }) => isReturned)
  return {
    errcode: 0,
    errmsg: 'ok',
    ...Object.fromEntries(returned.map(({ key }) => [snakeCase(key), license[key] ?? ''])),
    ...(cards.main && { card_position_front: encodeCard(cards.main) }),
    ...(cards.duplicate && { card_position_back: encodeCard(cards.duplicate) }),
    img_size: { w: size.width, h: size.height },
  }
}
