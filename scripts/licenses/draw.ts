import { photograph } from './camera'
import type { Turn } from './camera/orientation'
import { inventLicense } from './data'
import { chooseDegradations, type Level } from './degradations'
import type { DrawnPicture } from './drawn'
import { printedOn } from './forms/page'
import { chooseHidden, withoutHidden } from './hidden'
import { PHRASES } from './phrases'
import { createRandom } from './random'
import { drawSeries, type Renderer } from './renderer'
import { composeScene } from './scene'
import { arrange } from './scene/arrangement'
import { type Split, SPLITS } from './splits'

export type { DrawnPicture } from './drawn'
export { drawElectronic } from './electronic'
export { drawOthers } from './others'
export type { Split } from './splits'
export type { Level } from './degradations'

export interface Series {
  readonly split: Split
  readonly level: Level
  readonly count: number
  /** First index; default 0. */
  readonly from?: number
  /** Rotates the same picture, degrees clockwise. */
  readonly turn?: Turn
}

async function drawOne(renderer: Renderer, split: Split, level: Level, index: number, turn: Turn) {
  const style = SPLITS[split]
  const phrases = PHRASES[split]
  const random = createRandom(`${style.seed}/${level}/${index}`)
  const degradations = chooseDegradations(random.fork('troubles'), level)
  const license = inventLicense(random.fork('license'), phrases)
  const arrangement = arrange(random.fork('arrangement'), level, degradations.has('small-upload'))
  const pages = arrangement.cards.map(({ page }) => page)
  const hidden = chooseHidden(random.fork('hidden'), degradations, pages, license)
  const options = { license, arrangement, style, phrases, level, degradations, hidden }
  const scene = composeScene(options, random.fork('scene'))
  const { bytes, tags, map } = await photograph(renderer, scene, { ...scene, level, degradations, turn }, random)
  const cards = Object.entries(scene.cards).map(([page, quad]) => [
    page,
    quad.map(({ x, y }) => map({ x: x * scene.enlarge, y: y * scene.enlarge })),
  ])
  return {
    name: `${split}-${level}-${String(index).padStart(4, '0')}`,
    bytes,
    truth: withoutHidden(printedOn(pages, license), hidden),
    cards: Object.fromEntries(cards) as DrawnPicture['cards'],
    tags: [
      arrangement.name,
      `form-${scene.form}`,
      ...degradations.keys(),
      ...Array.from(hidden.keys(), (key) => `hidden-${key}`),
      ...tags,
    ],
  }
}

/** Draws licenses. Each picture depends only on its split, level, index and turn. */
export const drawLicenses = ({ split, level, count, from = 0, turn = 0 }: Series): AsyncGenerator<DrawnPicture> =>
  drawSeries(split, from, count, (renderer, index) => drawOne(renderer, split, level, index, turn))
