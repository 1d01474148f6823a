import type { Random } from '../../scripts/licenses/random'

const hsl = (hue: number, saturation: number, light: number, alpha = 1): string =>
  `hsl(${hue.toFixed(0)} ${saturation}% ${light.toFixed(0)}% / ${alpha})`

/** Repeating bands, each given by its end. */
function bands(degrees: number, list: readonly (readonly [color: string, toPx: number])[]): string {
  let fromPx = 0
  const stops = list.map(([color, toPx]) => {
    const stop = `${color} ${fromPx.toFixed(0)}px ${toPx.toFixed(0)}px`
    fromPx = toPx
    return stop
  })
  return `repeating-linear-gradient(${degrees}deg,${stops.join(',')})`
}

/** Desks with a large, high-contrast pattern, as CSS backgrounds. A card is 1056 px wide. */
export const PATTERNED: Readonly<Record<string, (random: Random) => string>> = {
  plaid: (random) => {
    const [hue, size] = [random.between(0, 360), random.between(260, 420)]
    const [strong, thin] = [hsl(hue, 55, 32, 0.6), hsl(hue + 150, 40, 20, 0.7)]
    const weave = [90, 180].map((degrees) =>
      bands(degrees, [
        [strong, 0.35 * size],
        ['transparent', 0.6 * size],
        [thin, 0.64 * size],
        ['transparent', 0.7 * size],
        [thin, 0.74 * size],
        ['transparent', size],
      ]),
    )
    return `${weave.join(',')},${hsl(hue + 40, 25, 84)}`
  },
  stripes: (random) => {
    const [hue, wide] = [random.between(0, 360), random.between(70, 150)]
    const [first, second] = [hsl(hue, 45, random.between(22, 40)), hsl(hue + 30, 15, random.between(80, 92))]
    return bands(90, [
      [first, wide],
      [second, random.between(1.6, 2.4) * wide],
      [first, 2.6 * wide],
      [second, 3 * wide],
    ])
  },
  tiles: (random) => {
    const [size, joint] = [random.between(240, 520), random.between(14, 34)]
    const dark = hsl(random.between(20, 60), 6, random.between(22, 40))
    const joints = [90, 180].map((degrees) =>
      bands(degrees, [
        [dark, joint],
        ['transparent', size],
      ]),
    )
    return `${joints.join(',')},${hsl(random.between(20, 220), 8, random.between(68, 88))}`
  },
  planks: (random) => {
    const [hue, light] = [random.between(22, 38), random.between(46, 70)]
    const [wide, gap] = [random.between(320, 620), random.between(16, 40)]
    const wood = (offset: number) => hsl(hue, 40, light + offset)
    const grain = bands(92, [
      ['#0000', 31],
      ['#0002', 37],
      ['#0000', 90],
      ['#fff2', 96],
      ['#0000', 121],
    ])
    const planks = bands(90, [
      [wood(0), wide],
      [hsl(hue, 30, 9), wide + gap],
      [wood(-8), 2 * wide + gap],
      [hsl(hue, 30, 9), 2 * wide + 2 * gap],
    ])
    return `${grain},${planks}`
  },
  carpet: (random) => {
    const [hue, size] = [random.between(0, 360), random.between(300, 560)]
    const [ground, figure] = [hsl(hue, 45, random.between(24, 36)), hsl(hue + 35, 35, random.between(72, 86))]
    const half = (size / 2).toFixed(0)
    const medallion = `radial-gradient(circle,${ground} 0 12%,${figure} 13% 27%,${ground} 28% 34%,${figure} 35% 39%,#0000 40%)`
    const place = `/${size.toFixed(0)}px ${size.toFixed(0)}px`
    return `repeating-linear-gradient(45deg,#0002 0 6px,#0000 6px 14px),${medallion} 0 0${place},${medallion} ${half}px ${half}px${place},${ground}`
  },
}
