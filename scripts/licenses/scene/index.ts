import { type Area, areaAround } from '../../../miniprogram/image/rect'
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
import type { Level, Trouble } from '../degradations'
import { type Arrangement, CARD_HEIGHT, CARD_WIDTH } from './arrangement'
import { screenAbove, screenBelow, sleeve } from './covers'
import { deskHtml } from './desks'
import { fingers } from './fingers'
import { type Frame, frame } from './frame'
import { matrix3d, turned } from './geometry'
import { lightHtml } from './light'
import { wallet } from './wallet'
import { watermark } from './watermark'

export interface Scene {
  readonly html: string
  readonly form: FormName
  readonly frame: Frame
  /** px of the scene as drawn */
  readonly cards: Partial<Record<LicensePage, Quad>>
}

export interface Staged {
  readonly license: VehicleLicense
  readonly arrangement: Arrangement
  readonly style: SplitStyle
  readonly phrases: Phrases
  readonly level: Level
  readonly troubles: ReadonlyMap<Trouble, number>
  readonly hidden: Hidden
}

const aroundOf = (quads: readonly Quad[]): Area => areaAround(quads.flat())

/** A page of HTML with the license's cards on a desk, as a camera sees them. */
export function stage(staged: Staged, random: Random): Scene {
  const { license, arrangement, style, phrases, level, troubles, hidden } = staged
  const look = createLook(random, style, troubles, hidden)
  const radius = random.between(0, 34)
  const shadow = ['screen', 'photocopy', 'scanner'].some((name) => troubles.has(name as Trouble))
    ? ''
    : `box-shadow:0 ${random.int(2, 12)}px ${random.int(8, 34)}px #0007;`
  const drawn = arrangement.cards.map(({ page, middle, angle }) => {
    const card = cardHtml(page, license, look, random.fork(page))
    const place = `left:${middle.x - CARD_WIDTH / 2}px;top:${middle.y - CARD_HEIGHT / 2}px;transform:rotate(${angle}rad)`
    return {
      page,
      smallestMm: card.smallestMm,
      quad: turned(middle, CARD_WIDTH, CARD_HEIGHT, angle),
      html: `<section class="card" style="${place};border-radius:${radius.toFixed(0)}px;${shadow}">${card.html}</section>`,
    }
  })
  const quads = drawn.map(({ quad }) => quad)
  const smallestMm = Math.min(...drawn.map((card) => card.smallestMm))
  const seen = frame(quads, smallestMm, { random: random.fork('frame'), level, troubles })
  const around = aroundOf(quads)
  const covers = random.fork('covers')
  const [screen, sleeved, marked] = [troubles.get('screen'), troubles.get('sleeve'), troubles.get('watermark')]
  const isScan = troubles.has('photocopy') || troubles.has('scanner')
  const desk = troubles.has('photocopy') ? '#f4f4f4' : troubles.has('scanner') ? '#fdfdfd' : random.pick(style.desks)
  const plane = [
    deskHtml(desk, style.labelFamilies[0] ?? 'serif', random.fork('desk')),
    screen === undefined ? '' : screenBelow(around, covers),
    troubles.has('wallet') ? wallet(around, style.leathers, random.fork('wallet')) : '',
    ...drawn.map(({ html }) => html),
    screen === undefined ? '' : screenAbove(around, covers, screen),
    sleeved === undefined ? '' : sleeve(around, covers, sleeved),
    troubles.has('fingers') ? fingers(around, style.skins, random.fork('fingers')) : '',
  ]
  const cards = drawn.map(({ page, quad }) => [page, quad.map((point) => project(seen.view, point))] as const)
  return {
    html: `<style>${CARD_STYLE}</style><div style="position:absolute;left:0;top:0;transform-origin:0 0;transform:${matrix3d(seen.view)}">${plane.join('')}</div>
      ${lightHtml(random.fork('light'), troubles, level !== 'clean' && !isScan)}${marked === undefined ? '' : watermark(phrases.watermarks, style.sansFamily, seen, random.fork('watermark'), marked)}`,
    form: look.form.name,
    frame: seen,
    cards: Object.fromEntries(cards),
  }
}
