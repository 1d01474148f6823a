import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import type { StandardForm } from '../forms/standard'
import type { Random } from '../random'
import { SCALE } from '../values'
import { at, px } from './places'

const [WIDTH, HEIGHT] = [PAGE_MM.width * SCALE, PAGE_MM.height * SCALE]

/** Lines for the renderer to stroke on a canvas; CSS and SVG are slow, because they are redrawn for every tile. */
const strokes = (color: string, path: string): string =>
  `<canvas class="all" width="${WIDTH}" height="${HEIGHT}" data-color="${color}" data-lines="${path}"></canvas>`

/** px between two bends of a thread */
const BEND = 30

/** Bent threads at uneven distances, like those of specimens. An even grid would look like a screen. */
function threads(random: Random, pitch: number, across: number, along: number): (readonly number[])[] {
  const places: number[] = []
  for (let place = 0; place < across; place += pitch * (1 + random.around(0.6))) places.push(place)
  const bends = Math.ceil(along / BEND) + 1
  return places.map((place) => Array.from({ length: bends }, () => place + random.around(0.5) * pitch))
}

/** The mesh of the laminate: white and dark threads. */
function mesh(random: Random): string {
  const pitch = random.between(0.28, 0.5) * SCALE
  const columns = threads(random, pitch, WIDTH, HEIGHT)
  const rows = threads(random, pitch, HEIGHT, WIDTH)
  const woven = (aside: number): string =>
    [
      ...columns.map((xs) => `M${xs.map((x, i) => `${(x + aside).toFixed(1)} ${i * BEND}`).join('L')}`),
      ...rows.map((ys) => `M${ys.map((y, i) => `${i * BEND} ${(y + aside).toFixed(1)}`).join('L')}`),
    ].join('')
  const opacity = random.between(0.04, 0.13).toFixed(2)
  return `<div class="all" style="opacity:${opacity}">${strokes('#285078', woven(0))}${strokes('#fff', woven(1.8))}</div>`
}

type Line = readonly (readonly [x: number, y: number])[]

const count = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** Points of an elliptic arc. */
const arc = (x: number, y: number, wide: number, high: number, from = 0, to = 2 * Math.PI): Line =>
  count(41).map((i) => {
    const angle = from + ((to - from) * i) / 40
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)]
  })

const wheel = (x: number, y: number, radius: number): readonly Line[] => [
  arc(x, y, radius, radius),
  arc(x, y, radius * 0.85, radius * 0.85),
  ...count(10).map((i): Line => {
    const angle = (i * Math.PI) / 5
    return [
      [x, y],
      [x + radius * Math.cos(angle), y + radius * Math.sin(angle)],
    ]
  }),
]

/** A canopy on poles over a body with wheels, in mm. */
const CARRIAGE: readonly Line[] = [
  arc(67, 19.6, 14, 2.2),
  arc(67, 19.2, 9, 1.2),
  ...[61, 64, 70, 73].map((x): Line => [
    [x, 20.5],
    [x + (x - 67) * 0.1, 29],
  ]),
  ...[26, 27.4, 29, 31].map((y) => arc(67, y, 7.5, 3, 0, Math.PI)),
  ...wheel(62, 33.5, 4.2),
  ...wheel(72, 33.5, 4.6),
]

/** The horses as random curls, in mm. */
const horses = (random: Random): readonly Line[] =>
  count(26).map(() => {
    const [x, y] = [random.between(37, 57), random.between(22, 34)]
    const from = random.between(0, 6)
    return arc(x, y, random.between(1, 5), random.between(0.6, 2.4), from, from + random.between(1.5, 4))
  })

const pathOf = (lines: readonly Line[], aside: number): string =>
  lines
    .map(
      (line) =>
        `M${line.map(([x, y]) => `${((x + aside) * SCALE).toFixed(0)} ${((y + aside) * SCALE).toFixed(0)}`).join('L')}`,
    )
    .join('')

/** The embossed carriage: colored lines with highlights. */
function carriage(random: Random): string {
  const team = horses(random)
  const light = strokes('#fff', pathOf([...CARRIAGE, ...team], 0.15))
  const dark = strokes('#4f8fc4', pathOf(CARRIAGE, 0)) + strokes('#b56aa8', pathOf(team, 0))
  return `<div class="all" style="opacity:${random.between(0.15, 0.42).toFixed(2)}">${light}${dark}</div>`
}

/** A gradient with mesh and carriage; the former form has squares instead of the carriage. */
export function standardPaper(form: StandardForm, random: Random): string {
  const [from, over, to] = form.paper
  const ground = `linear-gradient(${random.between(86, 96).toFixed(0)}deg,${from} 8%,${over} ${random.int(42, 56)}%,${to} 94%)`
  const squares = `repeating-linear-gradient(0deg,rgba(60,130,80,.16) 0 2px,transparent 2px ${px(1.4)}),repeating-linear-gradient(90deg,rgba(60,130,80,.16) 0 2px,transparent 2px ${px(1.4)}),`
  return `<div class="all" style="background:${form.name === 'former' ? squares : ''}${ground}"></div>${mesh(random)}${form.name === 'former' ? '' : carriage(random)}`
}

/** The vertical security strip, over labels and seal: dark dashes with tiny letters. */
export function strip(left: number, random: Random): string {
  const [long, pitch, start] = [random.between(3.5, 5), random.between(10, 13), random.between(-3, 5)]
  const dashes = Array.from(
    { length: 7 },
    (_, i) =>
      `<div style="position:absolute;left:0;top:${px(start + i * pitch)};width:100%;height:${px(long)};background:#0f3440;color:#4fd0bb;font:700 ${px(1.1)}/1 sans-serif;writing-mode:vertical-rl;text-align:center;overflow:hidden">${'ZSX '.repeat(3)}</div>`,
  )
  return `<div style="position:absolute;${at(left, 0)};width:${px(random.between(1.1, 1.7))};height:100%;background:rgba(90,170,190,.25);opacity:${random.between(0.7, 0.95).toFixed(2)}">${dashes.join('')}</div>`
}
