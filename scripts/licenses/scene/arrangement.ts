import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import type { Point } from '../../../miniprogram/image/point'
import type { LicensePage } from '../../../miniprogram/vehicle-license/fields'
import type { Random } from '../random'
import type { Level } from '../degradations'
import { SCALE } from '../values'

export const CARD_WIDTH = PAGE_MM.width * SCALE
export const CARD_HEIGHT = PAGE_MM.height * SCALE

export interface PlacedCard {
  readonly page: LicensePage
  /** In the plane, `SCALE` px/mm, relative to the middle of all cards. */
  readonly middle: Point
  /** Radians */
  readonly angle: number
}

export interface Arrangement {
  readonly name: 'main' | 'duplicate' | 'two-pages-stacked' | 'two-pages-beside'
  readonly cards: readonly PlacedCard[]
}

const NAMES: readonly Arrangement['name'][] = [
  ...['main', 'main', 'main', 'duplicate', 'duplicate'],
  ...['two-pages-stacked', 'two-pages-stacked', 'two-pages-stacked', 'two-pages-beside', 'two-pages-beside'],
] as Arrangement['name'][]

const LOOSE_DEGREES: Readonly<Record<Level, number>> = { clean: 0, normal: 1.5, hard: 4 }

/** Small pictures get one page, since nobody could read two. */
export function arrange(random: Random, level: Level, isSmall = false): Arrangement {
  const name = isSmall ? random.pick(['main', 'main', 'duplicate'] as const) : random.pick(NAMES)
  if (name === 'main' || name === 'duplicate')
    return { name, cards: [{ page: name, middle: { x: 0, y: 0 }, angle: 0 }] }
  const pages: readonly LicensePage[] =
    name === 'two-pages-beside' && random.chance(0.35) ? ['duplicate', 'main'] : ['main', 'duplicate']
  const gap = random.between(level === 'clean' ? 24 : 6, 90)
  const slide = random.around(level === 'clean' ? 0 : level === 'normal' ? 25 : 70)
  const half = name === 'two-pages-stacked' ? (CARD_HEIGHT + gap) / 2 : (CARD_WIDTH + gap) / 2
  const cards = pages.map((page, i) => {
    const [along, across] = [i === 0 ? -half : half, i === 0 ? 0 : slide]
    const middle = name === 'two-pages-stacked' ? { x: across, y: along } : { x: along, y: across }
    return { page, middle, angle: (random.around(LOOSE_DEGREES[level]) * Math.PI) / 180 }
  })
  return { name, cards }
}
