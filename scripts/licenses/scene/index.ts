import { areaAround } from '../../../miniprogram/image/rect'
import { project } from '../../../miniprogram/image/homography'
import type { Quad } from '../../../miniprogram/image/quad'
import type { LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { CARD_STYLE, cardHtml } from '../cards'
import type { FormName } from '../forms'
import type { Hidden } from '../hidden'
import { createLook } from '../look'
import type { Phrases } from '../phrases'
import type { Random } from '../random'
import type { SplitStyle } from '../splits'
import type { Level, Degradation, Degradations } from '../degradations'
import { type Arrangement, CARD_HEIGHT, CARD_WIDTH } from './arrangement'
import { screenAbove, screenBelow, sleeve } from './covers'
import { deskHtml } from './desks'
import { fingers } from './fingers'
import { type Framing, frameCards } from './frame'
import { matrix3d, rotatedRect } from './geometry'
import { lightHtml } from './light'
import { wallet } from './wallet'
import { watermark } from './watermark'

export interface Scene extends Framing {
  readonly html: string
  readonly form: FormName
  /** px of the scene */
  readonly cards: Partial<Record<LicensePage, Quad>>
}

interface SceneOptions {
  readonly license: VehicleLicense
  readonly arrangement: Arrangement
  readonly style: SplitStyle
  readonly phrases: Phrases
  readonly level: Level
  readonly degradations: Degradations
  readonly hidden: Hidden
}

/** The license's cards on a desk, as a camera sees them. */
export function composeScene(options: SceneOptions, random: Random): Scene {
  const { license, arrangement, style, phrases, level, degradations, hidden } = options
  const look = createLook(random, style, degradations, hidden)
  const radius = random.between(0, 34)
  const shadow = ['screen', 'photocopy', 'scanner'].some((name) => degradations.has(name as Degradation))
    ? ''
    : `box-shadow:0 ${random.int(2, 12)}px ${random.int(8, 34)}px #0007;`
  const drawn = arrangement.cards.map(({ page, middle, angle }) => {
    const card = cardHtml(page, license, look, random.fork(page))
    const place = `left:${middle.x - CARD_WIDTH / 2}px;top:${middle.y - CARD_HEIGHT / 2}px;transform:rotate(${angle}rad)`
    return {
      page,
      smallestMm: card.smallestMm,
      quad: rotatedRect(middle, CARD_WIDTH, CARD_HEIGHT, angle),
      html: `<section class="card" style="${place};border-radius:${radius.toFixed(0)}px;${shadow}">${card.html}</section>`,
    }
  })
  const quads = drawn.map(({ quad }) => quad)
  const smallestMm = Math.min(...drawn.map((card) => card.smallestMm))
  const framing = frameCards(quads, smallestMm, { random: random.fork('frame'), level, degradations })
  const around = areaAround(quads.flat())
  const covers = random.fork('covers')
  const [screenStrength, sleeveStrength, watermarkStrength] = [
    degradations.get('screen'),
    degradations.get('sleeve'),
    degradations.get('watermark'),
  ]
  const isScan = degradations.has('photocopy') || degradations.has('scanner')
  const desk = degradations.has('photocopy')
    ? '#f4f4f4'
    : degradations.has('scanner')
      ? '#fdfdfd'
      : random.pick(style.desks)
  const plane = [
    deskHtml(desk, style.labelFamilies[0] ?? 'serif', random.fork('desk')),
    screenStrength === undefined ? '' : screenBelow(around, covers),
    degradations.has('wallet') ? wallet(around, style.leathers, random.fork('wallet')) : '',
    ...drawn.map(({ html }) => html),
    screenStrength === undefined ? '' : screenAbove(around, covers, screenStrength),
    sleeveStrength === undefined ? '' : sleeve(around, covers, sleeveStrength),
    degradations.has('fingers') ? fingers(around, style.skins, random.fork('fingers')) : '',
  ]
  const cards = drawn.map(({ page, quad }) => [page, quad.map((point) => project(framing.view, point))] as const)
  return {
    ...framing,
    html: `<style>${CARD_STYLE}</style><div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:${matrix3d(framing.view)}">${plane.join('')}</div>
      ${lightHtml(random.fork('light'), degradations, level !== 'clean' && !isScan)}${watermarkStrength === undefined ? '' : watermark(phrases.watermarks, style.sansFamily, framing, random.fork('watermark'), watermarkStrength)}`,
    form: look.form.name,
    cards: Object.fromEntries(cards),
  }
}
