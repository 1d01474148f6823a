import { PAGE_MM } from '../../miniprogram/vehicle-license/page-size'
import type { Random } from './random'
import { SCALE } from './values'

const WIDTH = PAGE_MM.width * SCALE
const HEIGHT = PAGE_MM.height * SCALE

type Line = readonly (readonly [number, number])[]

const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function waves(random: Random): Line[] {
  const [high, long, turn] = [random.between(8, 40), random.between(90, 300), random.between(0.05, 0.3)]
  return steps(Math.floor(HEIGHT / 14) + 6).map((row) =>
    steps(60).map((i) => {
      const x = (i * WIDTH) / 59
      return [x, (row - 3) * 14 + high * Math.sin(x / (long / 6.28) + row * turn)] as const
    }),
  )
}

function rosette(random: Random): Line[] {
  const [x, y, size] = [random.between(0.3, 0.7) * WIDTH, random.between(0.3, 0.7) * HEIGHT, random.between(160, 420)]
  const leaves = random.int(5, 14)
  return steps(12).map((ring) =>
    steps(160).map((i) => {
      const angle = (i / 159) * 2 * Math.PI
      const far = size * (0.55 + 0.45 * Math.sin(leaves * angle + ring * 0.35)) * (0.5 + ring / 24)
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)] as const
    }),
  )
}

function rings(random: Random): Line[] {
  const [x, y] = [random.between(-0.2, 1.2) * WIDTH, random.pick([-0.3, 1.3]) * HEIGHT]
  return steps(110).map((ring) =>
    steps(80).map((i) => {
      const angle = (i / 79) * 2 * Math.PI
      return [x + ring * 12 * Math.cos(angle), y + ring * 12 * Math.sin(angle)] as const
    }),
  )
}

const pathOf = (line: Line): string => `M${line.map(([x, y]) => `${x.toFixed(0)} ${y.toFixed(0)}`).join('L')}`

/** The fine security lines of the paper. The renderer strokes `data-lines`. */
export function guilloche(random: Random, colors: readonly [string, string], opacity: number): string {
  const layers = colors.map((color) => {
    const lines = random.pick([waves, rosette, rings])(random)
    return `<canvas class="all" width="${WIDTH}" height="${HEIGHT}" data-color="${color}" data-lines="${lines.map(pathOf).join('')}"></canvas>`
  })
  return `<div class="all" style="opacity:${opacity.toFixed(2)}">${layers.join('')}</div>`
}
