import { strings } from '../../services/settings/language'
import type { Hint } from '../../vision/index'
import { wordsOf } from '../words'

/** Names of van-icon */
const ICONS: Record<Hint, string> = {
  TOO_DARK: 'bulb-o',
  NOT_FOUND: 'search',
  CUT_OFF: 'expand-o',
  TOO_FAR: 'enlarge',
  TILTED: 'replay',
  GLARE: 'fire-o',
  MOVING: 'exchange',
  BLURRED: 'closed-eye',
}

/** The next thing to do before the shot, as an icon and a text. */
Component({
  properties: {
    /** Hint; empty when nothing is wrong */
    hint: { type: String, value: '' },
    /** Whether a frame was analyzed yet. */
    active: { type: Boolean, value: false },
    taking: { type: Boolean, value: false },
    /** Pages in view: 0, 1 or 2 */
    pages: { type: Number, value: 0 },
    /** Shown instead of the hint, if not empty. */
    instead: { type: String, value: '' },
  },
  data: { shown: { icon: 'aim', text: wordsOf('cameraHint').first } },
  observers: {
    'hint, active, taking, pages, instead'(
      hint: Hint | '',
      active: boolean,
      taking: boolean,
      pages: number,
      instead: string,
    ) {
      const s = wordsOf('cameraHint')
      const show = (icon: string, text: string) => this.setData({ shown: { icon, text } })
      if (taking) show('photograph', s.taking)
      else if (!active) show('aim', s.first)
      else if (instead !== '') show('exchange', instead)
      else if (hint !== '') show(ICONS[hint], strings().hints[hint])
      else show('passed', pages === 2 ? s.steadyBoth : s.steady)
    },
  },
})
