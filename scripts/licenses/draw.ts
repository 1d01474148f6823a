import type { Drawn } from './drawn'
import { standingOn } from './forms/page'
import { chooseSettings, shoot } from './camera'
import type { Turn } from './camera/orientation'
import { inventLicense } from './data'
import { chooseHidden, withoutHidden } from './hidden'
import { PHRASES } from './phrases'
import { createRandom } from './random'
import { stage } from './scene'
import { arrange } from './scene/arrangement'
import { type Split, SPLITS } from './splits'
import { openStage, type Stage } from './renderer'
import { chooseTroubles, type Level } from './degradations'

export type { Drawn } from './drawn'
export { drawElectronic } from './electronic'
export { drawOthers } from './others'
export type { Split } from './splits'
export type { Level } from './degradations'

export interface Series {
  readonly split: Split
  readonly level: Level
  readonly count: number
  /** First index; 0 unless given. */
  readonly from?: number
  /** Extra rotation of the same picture, degrees clockwise. */
  readonly turn?: Turn
}

async function drawOne(stageOf: Stage, split: Split, level: Level, index: number, turn: Turn): Promise<Drawn> {
  const style = SPLITS[split]
  const name = `${split}-${level}-${String(index).padStart(4, '0')}`
  const random = createRandom(`${style.seed}/${level}/${index}`)
  const troubles = chooseTroubles(random.fork('troubles'), level)
  const license = inventLicense(random.fork('license'), PHRASES[split])
  const arrangement = arrange(random.fork('arrangement'), level, troubles.has('small-upload'))
  const pages = arrangement.cards.map(({ page }) => page)
  const hidden = chooseHidden(random.fork('hidden'), troubles, pages, license)
  const phrases = PHRASES[split]
  const scene = stage({ license, arrangement, style, phrases, level, troubles, hidden }, random.fork('scene'))
  const { width, height, enlarge, emPx } = scene.frame
  const shot = { enlarge, emPx, level, troubles, turn }
  const settings = chooseSettings(random.fork('settings'), shot)
  const drawn = await stageOf.draw(scene.html, width, height)
  const { bytes, format, map } = await shoot(drawn, { width, height }, shot, settings, random.fork('shot'))
  const cards = Object.entries(scene.cards).map(([page, quad]) => [
    page,
    quad.map(({ x, y }) => map({ x: x * enlarge, y: y * enlarge })),
  ])
  return {
    name,
    bytes,
    truth: withoutHidden(standingOn(pages, license), hidden),
    cards: Object.fromEntries(cards) as Drawn['cards'],
    troubles: [
      arrangement.name,
      `form-${scene.form}`,
      ...troubles.keys(),
      ...Array.from(hidden.keys(), (key) => `hidden-${key}`),
      ...(settings.orientation === 1 ? [] : [`exif-${settings.orientation}`]),
      ...(format === 'jpeg' ? [] : [format]),
      ...(turn === 0 ? [] : [`turn-${turn}`]),
    ],
  }
}

/** Draws licenses one after another. Each depends on its split, level, index and turn alone. */
export async function* drawLicenses({ split, level, count, from = 0, turn = 0 }: Series): AsyncGenerator<Drawn> {
  const opened = await openStage(SPLITS[split])
  try {
    for (let index = from; index < from + count; index++) yield await drawOne(opened, split, level, index, turn)
  } finally {
    await opened.close()
  }
}
