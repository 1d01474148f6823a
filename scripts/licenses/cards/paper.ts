import { PAGE_MM } from '../../samples/layout'
import type { StandardForm } from '../forms/standard'
import type { Random } from '../random'
import { SCALE } from '../values'
import { at, px } from './places'

const [WIDTH, HEIGHT] = [PAGE_MM.width * SCALE, PAGE_MM.height * SCALE]

/** Lines that the stage strokes once, where CSS and SVG would be drawn tile by tile. Paths in px. */
const strokes = (color: string, path: string): string =>
  `<canvas class="all" width="${WIDTH}" height="${HEIGHT}" data-color="${color}" data-lines="${path}"></canvas>`

/** The mesh of the laminate: threads of white and of shade. */
function mesh(random: Random): string {
  const pitch = random.between(0.28, 0.5) * SCALE
  const threads = (aside: number): string => {
    const down = Array.from(
      { length: Math.ceil(WIDTH / pitch) },
      (_, i) => `M${(i * pitch + aside).toFixed(1)} 0V${HEIGHT}`,
    )
    const across = Array.from(
      { length: Math.ceil(HEIGHT / pitch) },
      (_, i) => `M0 ${(i * pitch + aside).toFixed(1)}H${WIDTH}`,
    )
    return [...down, ...across].join('')
  }
  const opacity = random.between(0.07, 0.2).toFixed(2)
  return `<div class="all" style="opacity:${opacity}">${strokes('#285078', threads(0))}${strokes('#fff', threads(1.8))}</div>`
}

/** mm: a body, a roof, two wheels and the windows. */
const CARRIAGE: readonly (readonly (readonly [number, number])[])[] = [
  arc(60, 34, 21, 13, Math.PI, 2 * Math.PI),
  arc(60, 33, 21, 4, 0, Math.PI),
  arc(50, 35, 4, 4, 0, 2 * Math.PI),
  arc(71, 35, 5, 5, 0, 2 * Math.PI),
  [
    [52, 23],
    [55, 33],
  ],
  [
    [63, 21.5],
    [63.5, 33],
  ],
]

/** Points of a part of an ellipse. */
function arc(x: number, y: number, wide: number, high: number, from: number, to: number) {
  return Array.from({ length: 41 }, (_, i) => {
    const angle = from + ((to - from) * i) / 40
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)] as const
  })
}

/** The embossed carriage: light lines beside dark ones. The stage strokes them, as it does the fine lines of the paper. */
function carriage(random: Random): string {
  const lines = (aside: number): string =>
    CARRIAGE.map(
      (line) =>
        `M${line.map(([x, y]) => `${((x + aside) * SCALE).toFixed(0)} ${((y + aside) * SCALE).toFixed(0)}`).join('L')}`,
    ).join('')
  const light = strokes('#fff', [0, 0.1, 0.2].map(lines).join(''))
  const dark = strokes('#6f9fc0', [0.3, 0.4].map(lines).join(''))
  return `<div class="all" style="opacity:${random.between(0.2, 0.6).toFixed(2)}">${light}${dark}</div>`
}

/** From one edge over the middle to the other, with mesh and carriage; the form before has squares instead. */
export function standardPaper(form: StandardForm, random: Random): string {
  const [from, over, to] = form.paper
  const ground = `linear-gradient(${random.between(86, 96).toFixed(0)}deg,${from} 8%,${over} ${random.int(42, 56)}%,${to} 94%)`
  const squares = `repeating-linear-gradient(0deg,rgba(60,130,80,.16) 0 2px,transparent 2px ${px(1.4)}),repeating-linear-gradient(90deg,rgba(60,130,80,.16) 0 2px,transparent 2px ${px(1.4)}),`
  return `<div class="all" style="background:${form.name === 'former' ? squares : ''}${ground}"></div>${mesh(random)}${form.name === 'former' ? '' : carriage(random)}`
}

/** The security strip: dark dashes with tiny letters in them, from the top to the bottom, over labels and seal. */
export function strip(left: number, random: Random): string {
  const [long, pitch, start] = [random.between(4.5, 6.5), random.between(11, 14), random.between(-3, 5)]
  const dashes = Array.from(
    { length: 6 },
    (_, i) =>
      `<div style="position:absolute;left:0;top:${px(start + i * pitch)};width:100%;height:${px(long)};background:#0f3440;color:#4fd0bb;font:700 ${px(1.1)}/1 sans-serif;writing-mode:vertical-rl;text-align:center;overflow:hidden">${'ZSX '.repeat(3)}</div>`,
  )
  return `<div style="position:absolute;${at(left, 0)};width:${px(random.between(1.1, 1.7))};height:100%;background:rgba(90,170,190,.25);opacity:${random.between(0.7, 0.95).toFixed(2)}">${dashes.join('')}</div>`
}
