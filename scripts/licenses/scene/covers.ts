import type { Area } from '../../../miniprogram/image/rect'
import type { Random } from '../random'

const box = ({ x: left, y: top, width, height }: Area, margin: number, style: string): string =>
  `<div style="position:absolute;box-sizing:border-box;left:${left - margin}px;top:${top - margin}px;width:${width + 2 * margin}px;height:${height + 2 * margin}px;${style}"></div>`

/** Rows of shimmering arrows in the sleeve. */
function holograms(around: Area, random: Random): string {
  const [side, pitch] = [random.between(34, 60), random.between(190, 320)]
  const columns = Math.ceil(around.width / pitch)
  const arrows = Array.from({ length: columns * Math.ceil(around.height / pitch) }, (_, i) => {
    const [x, y] = [(i % columns) * pitch, Math.floor(i / columns) * pitch]
    return `<path transform="translate(${x.toFixed(0)} ${(y + random.around(20)).toFixed(0)}) scale(${(side / 10).toFixed(2)})" fill="hsl(${random.int(60, 300)} 80% 75%)" d="M0 4H5V1L10 5L5 9V6H0Z"/>`
  })
  return `<svg width="${around.width}" height="${around.height}" style="position:absolute;left:${around.x}px;top:${around.y}px;opacity:${random.between(0.12, 0.3).toFixed(2)}">${arrows.join('')}</svg>`
}

/** A milky plastic sleeve with a welded edge, highlights and a fold. The edge of a strong one is on the cards. */
export function sleeve(around: Area, random: Random, strength: number): string {
  const margin = random.between(strength > 0.6 ? -22 : 12, 60)
  const light = (share: number) => `rgba(255,255,255,${(share * (0.45 + 0.55 * strength)).toFixed(2)})`
  const streaks = Array.from({ length: random.int(1, 3) }, () => {
    const [angle, where, wide] = [random.between(60, 160), random.between(10, 90), random.between(1.5, 9)]
    return `linear-gradient(${angle.toFixed(0)}deg,transparent ${(where - wide).toFixed(1)}%,${light(0.55)} ${where.toFixed(1)}%,transparent ${(where + wide * 0.7).toFixed(1)}%)`
  })
  const fold =
    around.height > around.width
      ? 'linear-gradient(transparent 49.6%,#0003 49.8%,#fff9 50.1%,transparent 50.6%)'
      : 'linear-gradient(90deg,transparent 49.7%,#0002 49.9%,#fff6 50.1%,transparent 50.4%)'
  const arrows = random.chance(0.35) ? holograms(around, random) : ''
  const plastic = box(
    around,
    margin,
    `border-radius:26px;background:${[fold, ...streaks].join(',')},${light(0.2)};border:${random.int(2, 9)}px solid ${light(0.55)};box-shadow:0 4px 22px #0005, inset 0 0 30px ${light(0.4)}`,
  )
  return arrows + plastic
}

/** A screen with its bezel, below the cards. */
export const screenBelow = (around: Area, random: Random): string =>
  box(around, random.between(150, 260), 'background:#060607;border-radius:90px;box-shadow:0 0 60px #000') +
  box(
    around,
    random.between(60, 110),
    `background:${random.pick(['#000', '#fff', '#e8ebf0', '#1b1d22'])};border-radius:20px`,
  )

/** The pixel grid and bluish light of a screen, above the cards. */
export function screenAbove(around: Area, random: Random, strength: number): string {
  const line = (0.05 + 0.13 * strength).toFixed(2)
  const grid = `repeating-linear-gradient(0deg,rgba(0,0,0,${line}) 0 1.6px,transparent 1.6px 4.2px),repeating-linear-gradient(90deg,rgba(255,0,0,${line}) 0 1.4px,rgba(0,255,0,${line}) 1.4px 2.8px,rgba(0,0,255,${line}) 2.8px 4.2px)`
  const bands = `repeating-linear-gradient(${random.between(0, 180).toFixed(0)}deg,rgba(60,120,255,${line}) 0 ${random.int(20, 60)}px,transparent ${random.int(70, 90)}px ${random.int(110, 190)}px)`
  return box(around, 60, `background:${grid},${bands},rgba(90,140,255,.07)`)
}
