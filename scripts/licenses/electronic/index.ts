import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import { areaAround } from '../../../miniprogram/image/rect'
import { chooseSettings, shoot } from '../camera'
import type { Turn } from '../camera/orientation'
import { inventLicense } from '../data'
import type { Drawn } from '../drawn'
import { PHRASES } from '../phrases'
import { createRandom, type Random } from '../random'
import { screenAbove, screenBelow } from '../scene/covers'
import { deskHtml } from '../scene/desks'
import { frame } from '../scene/frame'
import { matrix3d, turned } from '../scene/geometry'
import { lightHtml } from '../scene/light'
import { type Split, type SplitStyle, SPLITS } from '../splits'
import { openStage, type Stage } from '../renderer'
import { chooseTroubles, type Level, type Trouble } from '../degradations'
import { type Design, SCREEN } from './design'
import { DEV_DESIGNS } from './designs/dev'
import { TEST_DESIGNS } from './designs/test'
import { chooseEntries, truthOf } from './entries'

export const DESIGNS = { dev: DEV_DESIGNS, test: TEST_DESIGNS }

const SCREENSHOT_WIDTHS = [720, 750, 828, 1080, 1080, 1170, 1290]
/** px: higher than a phone shows at once */
const LONGEST_SCREEN = 2400
/** What a photo of a screen can suffer from. */
const OF_PHOTOS: readonly Trouble[] = [
  'glare',
  'dark',
  'perspective',
  'rotation',
  'blur',
  'motion-blur',
  'noise',
  'low-quality',
]

/** What is on the screen, and how high that is, px. */
interface Screen extends Design {
  readonly height: number
}

interface Taken {
  readonly html: string
  /** px of the scene as drawn */
  readonly width: number
  readonly height: number
  readonly enlarge: number
  readonly emPx: number
  readonly level: Level
  readonly troubles: ReadonlyMap<Trouble, number>
}

/** The screen itself. */
function screenshot({ html, height, valuePx }: Screen, random: Random): Taken {
  const width = random.pick(SCREENSHOT_WIDTHS)
  const scale = width / SCREEN
  return {
    html: `<div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:scale(${scale.toFixed(5)})">${html}</div>`,
    width,
    height: Math.round(height * scale),
    enlarge: 1,
    emPx: valuePx * scale,
    level: 'clean',
    troubles: new Map(),
  }
}

/** The screen as a camera sees it: its points and bands of light over all. */
function photo({ html, height, valuePx }: Screen, style: SplitStyle, random: Random): Taken {
  const level: Level = 'normal'
  const chosen = [...chooseTroubles(random.fork('troubles'), level)].filter(([name]) => OF_PHOTOS.includes(name))
  const troubles = new Map<Trouble, number>([...chosen, ['screen', random.between(0.1, 0.4)]])
  const quad = turned({ x: 0, y: 0 }, SCREEN, height, 0)
  const mm = (valuePx * PAGE_MM.width) / SCREEN
  const seen = frame([quad], mm, { random: random.fork('frame'), level, troubles })
  const around = areaAround([...quad])
  const covers = random.fork('covers')
  const place = `position:absolute;overflow:hidden;left:${-SCREEN / 2}px;top:${-height / 2}px;width:${SCREEN}px;height:${height}px`
  const plane = [
    deskHtml(random.pick(style.desks), style.sansFamily, random.fork('desk')),
    screenBelow(around, covers),
    `<div style="${place}">${html}</div>`,
    screenAbove(around, covers, troubles.get('screen') ?? 0),
  ]
  return {
    html: `<div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:${matrix3d(seen.view)}">${plane.join('')}</div>${lightHtml(random.fork('light'), troubles, true)}`,
    width: seen.width,
    height: seen.height,
    enlarge: seen.enlarge,
    emPx: seen.emPx,
    level,
    troubles,
  }
}

async function drawOne(stage: Stage, split: Split, index: number, turn: Turn): Promise<Drawn> {
  const style = SPLITS[split]
  const random = createRandom(`${style.seed}/electronic/${index}`)
  const names = Object.keys(DESIGNS[split])
  // One design after another, so that a short series has them all.
  const name = names[index % names.length] ?? ''
  const draw = DESIGNS[split][name]
  if (!draw) throw new RangeError(`There is no design ${name}`)
  const entries = chooseEntries(random.fork('entries'), split, inventLicense(random.fork('license'), PHRASES[split]))
  const { html, valuePx } = draw(entries, random.fork('design'))
  const open = `<div style="width:${SCREEN}px;overflow:hidden;font-family:${style.sansFamily},sans-serif`
  const content = Math.ceil(await stage.heightOf(`${open}">${html}</div>`, SCREEN))
  const height = Math.max(content, Math.round(SCREEN * random.between(1.8, 2.2)))
  const design = { html: `${open};height:${height}px">${html}</div>`, height, valuePx }
  // What is longer than a phone is scrolled, and sent as one long screenshot.
  const isPhoto = height < LONGEST_SCREEN && random.chance(0.6)
  const {
    width,
    height: high,
    ...taken
  } = isPhoto ? photo(design, style, random.fork('photo')) : screenshot(design, random.fork('screenshot'))
  const shot = { ...taken, turn }
  const settings = chooseSettings(random.fork('settings'), shot)
  const drawn = await stage.draw(taken.html, width, high)
  const { bytes, format } = await shoot(drawn, { width, height: high }, shot, settings, random.fork('shot'))
  return {
    name: `${split}-electronic-${String(index).padStart(4, '0')}`,
    bytes,
    truth: truthOf(entries),
    cards: {},
    troubles: [
      name,
      isPhoto ? 'photo' : 'screenshot',
      ...taken.troubles.keys(),
      ...(settings.orientation === 1 ? [] : [`exif-${settings.orientation}`]),
      ...(format === 'jpeg' ? [] : [format]),
      ...(turn === 0 ? [] : [`turn-${turn}`]),
    ],
  }
}

/** Draws electronic licenses, lists of labels and values on a screen. Each depends on its split, index and turn alone. */
export async function* drawElectronic(split: Split, count: number, from = 0, turn: Turn = 0): AsyncGenerator<Drawn> {
  const stage = await openStage(SPLITS[split])
  try {
    for (let index = from; index < from + count; index++) yield await drawOne(stage, split, index, turn)
  } finally {
    await stage.close()
  }
}
