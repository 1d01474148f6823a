import { areaAround } from '../../miniprogram/image/rect'
import type { Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CARD_STYLE, cardHtml } from '../../scripts/licenses/cards'
import { inventLicense } from '../../scripts/licenses/data'
import { PHRASES } from '../../scripts/licenses/phrases'
import { createLook } from '../../scripts/licenses/look'
import { createRandom, type Random } from '../../scripts/licenses/random'
import { type Arrangement, CARD_HEIGHT, CARD_WIDTH, type PlacedCard } from '../../scripts/licenses/scene/arrangement'
import { sleeve } from '../../scripts/licenses/scene/covers'
import { deskHtml } from '../../scripts/licenses/scene/desks'
import { rotatedRect } from '../../scripts/licenses/scene/geometry'
import { type Split, SPLITS } from '../../scripts/licenses/splits'
import { openRenderer } from '../../scripts/licenses/renderer'
import { ROOT } from '../../scripts/paths'
import { PATTERNED } from './desks'

/** Side of a plane in px. */
export const PLANE_PX = 2400
/** Long side of a card in a plane in px. */
const CARD_PX = 500
const SCALE = CARD_PX / CARD_WIDTH

/** Desks with little contrast to a white page, in addition to the split's. */
const PALE: Readonly<Record<Split, readonly string[]>> = {
  dev: ['#f3f2ee', '#dcdcd8', '#c9b79c'],
  test: ['#f7f7f9', '#d8d3c8', '#b9c4c9'],
}

/** Desks with a large pattern. The test split has its own `checkered`. */
const LARGE: Readonly<Record<Split, readonly string[]>> = { dev: Object.keys(PATTERNED), test: [] }

const ARRANGEMENTS: readonly (Arrangement['name'] | 'none')[] = [
  ...(['main', 'duplicate', 'two-pages-stacked', 'main', 'none', 'two-pages-beside', 'duplicate'] as const),
  ...(['main', 'none', 'two-pages-stacked'] as const),
]

/** A desk from above, with or without a license. */
export interface Plane {
  readonly path: string
  readonly desk: string
  /** Bounding box of the page or pages in px of the plane; absent on a bare desk. */
  readonly card: Quad | undefined
  readonly pages: 1 | 2
}

/** Places the pages carefully. */
function lay(random: Random, name: Arrangement['name'] | 'none'): readonly PlacedCard[] {
  if (name === 'none') return []
  if (name === 'main' || name === 'duplicate') return [{ page: name, middle: { x: 0, y: 0 }, angle: 0 }]
  const isStacked = name === 'two-pages-stacked'
  const half = ((isStacked ? CARD_HEIGHT : CARD_WIDTH) + random.between(0, 50)) / 2
  return (['main', 'duplicate'] as const).map((page, i) => {
    const [along, across] = [i === 0 ? -half : half, i === 0 ? 0 : random.around(20)]
    const middle = isStacked ? { x: across, y: along } : { x: along, y: across }
    return { page, middle, angle: (random.around(1) * Math.PI) / 180 }
  })
}

function cornersOf(cards: readonly Quad[]): Quad {
  const { x: left, y: top, width, height } = areaAround(cards.flat())
  const toPlane = (x: number, y: number): Point => ({ x: PLANE_PX / 2 + x * SCALE, y: PLANE_PX / 2 + y * SCALE })
  const [right, bottom] = [left + width, top + height]
  return [toPlane(left, top), toPlane(right, top), toPlane(right, bottom), toPlane(left, bottom)]
}

function compose(split: Split, index: number) {
  const style = SPLITS[split]
  const random = createRandom(`${style.seed}/frames/${index}`)
  const laid = lay(random.fork('lay'), ARRANGEMENTS[index % ARRANGEMENTS.length] ?? 'main')
  const license = inventLicense(random.fork('license'), PHRASES[split])
  const look = createLook(random, style, new Map())
  const shadow = `box-shadow:0 ${random.int(1, 10)}px ${random.int(6, 30)}px #0006;border-radius:${random.int(0, 34)}px`
  const cards = laid.map(({ page, middle, angle }) => {
    const place = `left:${middle.x - CARD_WIDTH / 2}px;top:${middle.y - CARD_HEIGHT / 2}px;transform:rotate(${angle}rad)`
    return `<section class="card" style="${place};${shadow}">${cardHtml(page, license, look, random.fork(page)).html}</section>`
  })
  const quads = laid.map(({ middle, angle }) => rotatedRect(middle, CARD_WIDTH, CARD_HEIGHT, angle))
  const desks = [...style.desks, ...PALE[split], ...LARGE[split]]
  const desk = desks[index % desks.length] ?? random.pick(desks)
  const cover =
    quads.length > 0 && random.chance(0.25) ? sleeve(areaAround(quads.flat()), random.fork('sleeve'), 0.2) : ''
  const background = PATTERNED[desk]?.(random.fork('pattern')) ?? desk
  const plane = [deskHtml(background, style.labelFamilies[0] ?? 'serif', random.fork('desk')), ...cards, cover].join('')
  const transform = `translate(${PLANE_PX / 2}px,${PLANE_PX / 2}px) scale(${SCALE})`
  return {
    html: `<style>${CARD_STYLE}</style><div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:${transform}">${plane}</div>`,
    desk,
    card: quads.length === 0 ? undefined : cornersOf(quads),
    pages: quads.length === 2 ? (2 as const) : (1 as const),
  }
}

/** Cache key: a changed generator draws other planes. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['planes', 'desks']) hash.update(await readFile(`${ROOT}/bench/frames/${name}.ts`))
  const names = await readdir(`${ROOT}/scripts/licenses`, { recursive: true })
  for (const name of names.filter((one) => one.endsWith('.ts')).sort())
    hash.update(await readFile(`${ROOT}/scripts/licenses/${name}`))
  return hash.digest('hex').slice(0, 12)
}

/** The first `count` planes of a split, cached in `bench/.cache`. */
export async function drawPlanes(split: Split, count: number): Promise<readonly Plane[]> {
  const folder = join(ROOT, 'bench/.cache', `planes-${await hashSources()}`, split)
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const planes = Array.from({ length: count }, (_, index) => {
    const file = `${String(index).padStart(3, '0')}.jpg`
    return { file, path: join(folder, file), ...compose(split, index) }
  })
  const missing = planes.filter(({ file }) => !there.has(file))
  if (missing.length > 0) {
    const renderer = await openRenderer(SPLITS[split])
    try {
      for (const { path, html } of missing) {
        await writeFile(`${path}.part`, await renderer.render({ html, width: PLANE_PX, height: PLANE_PX }))
        await rename(`${path}.part`, path)
      }
    } finally {
      await renderer.close()
    }
  }
  return planes.map(({ path, desk, card, pages }) => ({ path, desk, card, pages }))
}
