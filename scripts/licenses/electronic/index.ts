import { areaAround } from '../../../miniprogram/image/rect'
import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import { photograph } from '../camera'
import type { Turn } from '../camera/orientation'
import { inventLicense } from '../data'
import { chooseDegradations, type Degradation, type Degradations, type Level } from '../degradations'
import type { DrawnPicture } from '../drawn'
import { PHRASES } from '../phrases'
import { createRandom, type Random } from '../random'
import { drawSeries, type Markup, type Renderer } from '../renderer'
import { screenAbove, screenBelow } from '../scene/covers'
import { deskHtml } from '../scene/desks'
import { frameCards } from '../scene/frame'
import { matrix3d, rotatedRect } from '../scene/geometry'
import { lightHtml } from '../scene/light'
import { type Split, type SplitStyle, SPLITS } from '../splits'
import { type Design, SCREEN_PX } from './design'
import { DEV_DESIGNS } from './designs/dev'
import { TEST_DESIGNS } from './designs/test'
import { chooseEntries, truthOf } from './entries'

export const DESIGNS = { dev: DEV_DESIGNS, test: TEST_DESIGNS }

const SCREENSHOT_WIDTHS = [720, 750, 828, 1080, 1080, 1170, 1290]
/** px: a taller screen has to be scrolled, so it becomes one long screenshot. */
const MAX_PHOTO_HEIGHT = 2400
const PHOTO_DEGRADATIONS: readonly Degradation[] = [
  'glare',
  'dark',
  'perspective',
  'rotation',
  'blur',
  'motion-blur',
  'noise',
  'low-quality',
]

interface Screen extends Design {
  /** px */
  readonly height: number
}

interface Capture extends Markup {
  readonly enlarge: number
  readonly emPx: number
  readonly level: Level
  readonly degradations: Degradations
}

function screenshot({ html, height, valuePx }: Screen, random: Random): Capture {
  const width = random.pick(SCREENSHOT_WIDTHS)
  const scale = width / SCREEN_PX
  return {
    html: `<div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:scale(${scale.toFixed(5)})">${html}</div>`,
    width,
    height: Math.round(height * scale),
    enlarge: 1,
    emPx: valuePx * scale,
    level: 'clean',
    degradations: new Map(),
  }
}

/** A photo of the screen, with its pixel grid and bands of light. */
function photo({ html, height, valuePx }: Screen, style: SplitStyle, random: Random): Capture {
  const level: Level = 'normal'
  const chosen = [...chooseDegradations(random.fork('troubles'), level)].filter(([name]) =>
    PHOTO_DEGRADATIONS.includes(name),
  )
  const degradations = new Map<Degradation, number>([...chosen, ['screen', random.between(0.1, 0.4)]])
  const quad = rotatedRect({ x: 0, y: 0 }, SCREEN_PX, height, 0)
  const valueMm = (valuePx * PAGE_MM.width) / SCREEN_PX
  const framing = frameCards([quad], valueMm, { random: random.fork('frame'), level, degradations })
  const around = areaAround([...quad])
  const covers = random.fork('covers')
  const place = `position:absolute;overflow:hidden;left:${-SCREEN_PX / 2}px;top:${-height / 2}px;width:${SCREEN_PX}px;height:${height}px`
  const plane = [
    deskHtml(random.pick(style.desks), style.sansFamily, random.fork('desk')),
    screenBelow(around, covers),
    `<div style="${place}">${html}</div>`,
    screenAbove(around, covers, degradations.get('screen') ?? 0),
  ]
  return {
    ...framing,
    html: `<div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:${matrix3d(framing.view)}">${plane.join('')}</div>${lightHtml(random.fork('light'), degradations, true)}`,
    level,
    degradations,
  }
}

async function drawOne(renderer: Renderer, split: Split, index: number, turn: Turn): Promise<DrawnPicture> {
  const style = SPLITS[split]
  const random = createRandom(`${style.seed}/electronic/${index}`)
  const names = Object.keys(DESIGNS[split])
  // In turn, so that a short series has every design.
  const name = names[index % names.length] ?? ''
  const draw = DESIGNS[split][name]
  if (!draw) throw new RangeError(`There is no design ${name}`)
  const entries = chooseEntries(random.fork('entries'), split, inventLicense(random.fork('license'), PHRASES[split]))
  const { html, valuePx } = draw(entries, random.fork('design'))
  const open = `<div style="width:${SCREEN_PX}px;overflow:hidden;font-family:${style.sansFamily},sans-serif`
  const content = Math.ceil(await renderer.heightOf(`${open}">${html}</div>`, SCREEN_PX))
  const height = Math.max(content, Math.round(SCREEN_PX * random.between(1.8, 2.2)))
  const screen = { html: `${open};height:${height}px">${html}</div>`, height, valuePx }
  const isPhoto = height < MAX_PHOTO_HEIGHT && random.chance(0.6)
  const capture = isPhoto ? photo(screen, style, random.fork('photo')) : screenshot(screen, random.fork('screenshot'))
  const { bytes, tags } = await photograph(renderer, capture, { ...capture, turn }, random)
  return {
    name: `${split}-electronic-${String(index).padStart(4, '0')}`,
    bytes,
    truth: truthOf(entries),
    cards: {},
    tags: [name, isPhoto ? 'photo' : 'screenshot', ...capture.degradations.keys(), ...tags],
  }
}

/** Draws electronic licenses, labels and values on a screen. Each depends only on its split, index and turn. */
export const drawElectronic = (split: Split, count: number, from = 0, turn: Turn = 0): AsyncGenerator<DrawnPicture> =>
  drawSeries(split, from, count, (renderer, index) => drawOne(renderer, split, index, turn))
