import type { Random } from '../random'
import { SCALE } from '../values'
import type { Area } from '../../../miniprogram/image/rect'

/** How far a finger may reach over each edge without covering a value, in mm. */
const REACH = { left: 2.4, right: 0.7, bottom: 1.2 } as const
type Edge = keyof typeof REACH

/** px: a finger that points left. */
const [LONG, THICK] = [900, 230]

const DEGREES: Readonly<Record<Edge, number>> = { left: 180, right: 0, bottom: 90 }

function finger(tip: { x: number; y: number }, degrees: number, skin: string, random: Random): string {
  const thick = THICK * random.between(0.8, 1.15)
  const nail = random.chance(0.6)
    ? `<i style="position:absolute;left:16px;top:24%;width:110px;height:52%;border-radius:50% 30% 30% 50%;background:#fff5;box-shadow:inset 0 0 12px #a566"></i>`
    : ''
  return `<div style="position:absolute;left:${tip.x.toFixed(0)}px;top:${(tip.y - thick / 2).toFixed(0)}px;width:${LONG}px;height:${thick.toFixed(0)}px;transform-origin:0 50%;transform:rotate(${(degrees + random.around(14)).toFixed(1)}deg);border-radius:${THICK / 2}px 0 0 ${THICK / 2}px;background:linear-gradient(#0003,transparent 30% 65%,#0005),${skin};box-shadow:-4px 6px 26px #0006">${nail}</div>`
}

/** Fingers that hold the cards by their edges without covering a value. */
export function fingers({ x: left, y: top, width, height }: Area, skins: readonly string[], random: Random): string {
  const skin = random.pick(skins)
  const edges = random.sample(['left', 'left', 'right', 'bottom'] as const, random.int(1, 2))
  return edges
    .map((edge) => {
      const reach = REACH[edge] * SCALE * random.between(0.4, 1)
      const along = random.between(0.25, 0.75)
      const tip =
        edge === 'left'
          ? { x: left + reach, y: top + along * height }
          : edge === 'right'
            ? { x: left + width - reach, y: top + along * height }
            : { x: left + along * width, y: top + height - reach }
      return finger(tip, DEGREES[edge], skin, random)
    })
    .join('')
}
