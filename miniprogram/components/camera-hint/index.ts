import { strings } from '../../services/settings/language'
import type { Hint } from '../../vision/index'
import { wordsOf } from '../words'

/** Of van-icon: a shape for each, so that nobody has to read. */
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

/** What to do next before the shot: one thing at a time, in words and shape. */
Component({
  properties: {
    /** Hint; empty where all is well */
    hint: { type: String, value: '' },
    /** Whether anything was looked at yet. */
    watched: { type: Boolean, value: false },
    /** While the shot is being made. */
    taking: { type: Boolean, value: false },
    /** Pages in view: 0, 1 or 2 */
    pages: { type: Number, value: 0 },
    /** What to do with the page in view, where that one is taken already; empty otherwise. */
    turn: { type: String, value: '' },
  },
  data: { shown: { icon: 'aim', text: wordsOf('cameraHint').first } },
  observers: {
    'hint, watched, taking, pages, turn'(
      hint: Hint | '',
      watched: boolean,
      taking: boolean,
      pages: number,
      turn: string,
    ) {
      const s = wordsOf('cameraHint')
      const say = (icon: string, text: string) => this.setData({ shown: { icon, text } })
      if (taking) say('photograph', s.taking)
      else if (!watched) say('aim', s.first)
      else if (turn !== '') say('exchange', turn)
      else if (hint !== '') say(ICONS[hint], strings().hints[hint])
      else say('passed', pages === 2 ? s.steadyBoth : s.steady)
    },
  },
})
