import type { LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../miniprogram/vehicle-license/recognition'
import { fieldsOf } from '../samples/layout'
import { chooseSettings, shoot } from './camera'
import type { Turn } from './camera/orientation'
import { inventLicense } from './data'
import { PHRASES } from './phrases'
import { createRandom } from './random'
import { stage } from './scene'
import { arrange } from './scene/arrangement'
import { type Split, SPLITS } from './splits'
import { openStage, type Stage } from './stage'
import { chooseTroubles, type Level } from './troubles'

export { drawOthers } from './others'
export type { Split } from './splits'
export type { Level } from './troubles'

export interface Drawn {
  /** dev-hard-0007 */
  readonly name: string
  /** The file: JPEG, PNG or WebP. */
  readonly bytes: Buffer
  /** What stands on the pages that can be seen, values as printed. */
  readonly truth: VehicleLicense
  /** Corners in reading order of each card, px of the picture as stored in the file (before EXIF orientation). */
  readonly cards: Partial<Record<LicensePage, Quad>>
  /** What it shows and what was done to it: 'two-pages-beside', 'form-current', 'perspective', 'glare', … */
  readonly troubles: readonly string[]
}

export interface Series {
  readonly split: Split
  readonly level: Level
  readonly count: number
  /** First index; 0 unless given. */
  readonly from?: number
  /** Extra rotation of the same picture, degrees clockwise. */
  readonly turn?: Turn
}

function truthOf(license: VehicleLicense, pages: readonly LicensePage[]): VehicleLicense {
  const keys = pages.flatMap((page) => fieldsOf(page).map((field) => field.key))
  return Object.fromEntries(keys.flatMap((key) => (license[key] === undefined ? [] : [[key, license[key]]])))
}

async function drawOne(stageOf: Stage, split: Split, level: Level, index: number, turn: Turn): Promise<Drawn> {
  const style = SPLITS[split]
  const name = `${split}-${level}-${String(index).padStart(4, '0')}`
  const random = createRandom(`${style.seed}/${level}/${index}`)
  const troubles = chooseTroubles(random.fork('troubles'), level)
  const license = inventLicense(random.fork('license'), PHRASES[split])
  const arrangement = arrange(random.fork('arrangement'), level)
  const scene = stage({ license, arrangement, style, level, troubles }, random.fork('scene'))
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
    truth: truthOf(
      license,
      arrangement.cards.map(({ page }) => page),
    ),
    cards: Object.fromEntries(cards) as Drawn['cards'],
    troubles: [
      arrangement.name,
      `form-${scene.form}`,
      ...troubles.keys(),
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
