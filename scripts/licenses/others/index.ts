import { photograph } from '../camera'
import { chooseDegradations, type Level } from '../degradations'
import { createRandom } from '../random'
import { drawSeries, type Renderer } from '../renderer'
import { deskHtml } from '../scene/desks'
import { frameCards } from '../scene/frame'
import { matrix3d, rotatedRect } from '../scene/geometry'
import { lightHtml } from '../scene/light'
import { type Split, SPLITS } from '../splits'
import { CARDS } from './cards'
import type { Draw } from './document'
import { PAGES_OF_TEXT } from './pages'
import { PICTURES } from './pictures'

const KINDS: readonly (readonly [string, Draw])[] = Object.entries({ ...CARDS, ...PAGES_OF_TEXT, ...PICTURES })
/** mm: as if it were a license's print. Nobody has to read these pictures. */
const SMALLEST_MM = 2.6

async function drawOne(renderer: Renderer, split: Split, index: number) {
  const style = SPLITS[split]
  const random = createRandom(`${style.seed}/others/${index}`)
  // In turn, so that a short series has many kinds.
  const [kind, draw] = KINDS[index % KINDS.length] ?? random.pick(KINDS)
  const level: Level = random.chance(0.5) ? 'normal' : 'clean'
  const degradations = chooseDegradations(random.fork('troubles'), level)
  const family = random.pick(style.labelFamilies)
  const { width, height, html } = draw(random.fork('kind'))
  const corners = rotatedRect({ x: 0, y: 0 }, width, height, 0)
  const framing = frameCards([corners], SMALLEST_MM, { random: random.fork('frame'), level, degradations })
  const place = `position:absolute;overflow:hidden;left:${-width / 2}px;top:${-height / 2}px;width:${width}px;height:${height}px`
  const page = `<div style="position:absolute;left:0;top:0;transform-origin:0 0;font-family:${family};transform:${matrix3d(framing.view)}">
    ${deskHtml(random.pick(style.desks), family, random.fork('desk'))}<div style="${place}">${html}</div></div>${lightHtml(random.fork('light'), degradations, level === 'normal')}`
  const shot = { ...framing, level, degradations, turn: 0 } as const
  const { bytes } = await photograph(renderer, { ...framing, html: page }, shot, random)
  return { name: `${split}-others-${String(index).padStart(4, '0')}-${kind}`, bytes }
}

/** Draws pictures of anything but a vehicle license, half of them with degradations. */
export const drawOthers = (
  split: Split,
  count: number,
  from = 0,
): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> =>
  drawSeries(split, from, count, (renderer, index) => drawOne(renderer, split, index))
