import { strings } from '../../services/language'
import type { Hint } from '../../vision'
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
  },
  data: { shown: { icon: 'aim', text: wordsOf('cameraHint').first } },
  observers: {
    'hint, watched, taking'(hint: Hint | '', watched: boolean, taking: boolean) {
      const s = wordsOf('cameraHint')
      if (taking) this.setData({ shown: { icon: 'photograph', text: s.taking } })
      else if (!watched) this.setData({ shown: { icon: 'aim', text: s.first } })
      else if (hint === '') this.setData({ shown: { icon: 'passed', text: s.steady } })
      else this.setData({ shown: { icon: ICONS[hint], text: strings().hints[hint] } })
    },
  },
})
