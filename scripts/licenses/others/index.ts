import { chooseSettings, shoot } from '../camera'
import { createRandom } from '../random'
import { deskHtml } from '../scene/desks'
import { frame } from '../scene/frame'
import { matrix3d, turned } from '../scene/geometry'
import { lightHtml } from '../scene/light'
import { type Split, SPLITS } from '../splits'
import { openStage, type Stage } from '../renderer'
import { chooseTroubles, type Level } from '../degradations'
import { CARDS } from './cards'
import type { Draw } from './document'
import { PAGES_OF_TEXT } from './pages'
import { PICTURES } from './pictures'

const KINDS: readonly (readonly [string, Draw])[] = Object.entries({ ...CARDS, ...PAGES_OF_TEXT, ...PICTURES })
/** What a license's print alone can suffer from is no matter here. */
const MM = 2.6

async function drawOne(stage: Stage, split: Split, index: number) {
  const style = SPLITS[split]
  const random = createRandom(`${style.seed}/others/${index}`)
  // One kind after another, so that a short series has many.
  const [kind, draw] = KINDS[index % KINDS.length] ?? random.pick(KINDS)
  const level: Level = random.chance(0.5) ? 'normal' : 'clean'
  const troubles = chooseTroubles(random.fork('troubles'), level)
  const family = random.pick(style.labelFamilies)
  const { width, height, html } = draw(random.fork('kind'))
  const seen = frame([turned({ x: 0, y: 0 }, width, height, 0)], MM, { random: random.fork('frame'), level, troubles })
  const place = `position:absolute;overflow:hidden;left:${-width / 2}px;top:${-height / 2}px;width:${width}px;height:${height}px`
  const page = `<div style="position:absolute;left:0;top:0;transform-origin:0 0;font-family:${family};transform:${matrix3d(seen.view)}">
    ${deskHtml(random.pick(style.desks), family, random.fork('desk'))}<div style="${place}">${html}</div></div>${lightHtml(random.fork('light'), troubles, level === 'normal')}`
  const shot = { enlarge: seen.enlarge, emPx: seen.emPx, level, troubles, turn: 0 as const }
  const settings = chooseSettings(random.fork('settings'), shot)
  const drawn = await stage.draw(page, seen.width, seen.height)
  const { bytes } = await shoot(drawn, { width: seen.width, height: seen.height }, shot, settings, random.fork('shot'))
  return { name: `${split}-others-${String(index).padStart(4, '0')}-${kind}`, bytes }
}

/** Draws pictures that are no vehicle license, half of them as photos with a trouble or more. */
export async function* drawOthers(
  split: Split,
  count: number,
  from = 0,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const stage = await openStage(SPLITS[split])
  try {
    for (let index = from; index < from + count; index++) yield await drawOne(stage, split, index)
  } finally {
    await stage.close()
  }
}
