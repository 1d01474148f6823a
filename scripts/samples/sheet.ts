import { PAGE_MM } from '../../miniprogram/vehicle-license/page-size'
import type { LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Look } from '../licenses/cards/card'
import { CARD_STYLE } from '../licenses/cards'
import { standardCard } from '../licenses/cards/standard'
import { createStandardForm, type StandardForm } from '../licenses/forms/standard'
import { createPrinting } from '../licenses/printing'
import { createRandom } from '../licenses/random'
import type { Markup } from '../licenses/renderer'
import type { SplitStyle } from '../licenses/splits'
import type { Degradation } from '../licenses/degradations'
import { SCALE } from '../licenses/values'

/** px around and between the pages */
const MARGIN = 60
const GAP = 36
const [WIDTH, HEIGHT] = [PAGE_MM.width * SCALE, PAGE_MM.height * SCALE]

export interface Sample {
  /** Seed of its printing. */
  readonly seed: string
  readonly license: VehicleLicense
  readonly pages: readonly LicensePage[]
  /** CSS color */
  readonly desk: string
}

/** The pages of a license on the current form, stacked on a desk. */
export function sheetOf({ seed, license, pages, desk }: Sample, style: SplitStyle): Markup {
  const random = createRandom(`samples/${seed}`)
  const degradations = new Map<Degradation, number>([['slashed-zero', 1]])
  const look: Look<StandardForm> = {
    form: createStandardForm('current', random.fork('form'), style),
    printing: createPrinting(random.fork('printing'), style, degradations, false),
    sealFamily: random.pick(style.sealFamilies),
    degradations,
    hidden: new Map(),
  }
  const cards = pages.map((page, i) => {
    const place = `left:${MARGIN}px;top:${MARGIN + i * (HEIGHT + GAP)}px`
    const { html } = standardCard(page, license, look, random.fork(page))
    return `<section class="card" style="${place};border-radius:34px;box-shadow:0 6px 18px #0006">${html}</section>`
  })
  return {
    width: WIDTH + 2 * MARGIN,
    height: pages.length * (HEIGHT + GAP) - GAP + 2 * MARGIN,
    html: `<style>${CARD_STYLE}</style><div style="position:absolute;inset:0;background:${desk}">${cards.join('')}</div>`,
  }
}
