import type { Look } from './cards/card'
import { type AnyForm, createAnyForm, pickForm } from './forms'
import type { Hidden } from './hidden'
import { createPrinting } from './printing'
import type { Random } from './random'
import type { SplitStyle } from './splits'
import type { Degradations } from './degradations'

/** Chooses a form and a printer. */
export function createLook(
  random: Random,
  style: SplitStyle,
  degradations: Degradations,
  hidden: Hidden = new Map(),
): Look<AnyForm> {
  const name = pickForm(random.fork('name'))
  return {
    form: createAnyForm(name, random.fork('form'), style),
    printing: createPrinting(random.fork('printing'), style, degradations, name === 'plain'),
    sealFamily: random.pick(style.sealFamilies),
    degradations,
    hidden,
  }
}
