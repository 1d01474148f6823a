import type { Text } from '../../vehicle-license/text'
import { type Hint, HINTS } from '../../vision'

interface Shown extends Text {
  /** Of van-icon: a shape for each, so that nobody has to read. */
  readonly icon: string
}

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

/** Before anything was looked at. */
const AT_FIRST: Shown = {
  zh: '让行驶证占满取景框，避开反光',
  en: 'Fill the frame with the license, avoid glare',
  icon: 'aim',
}
const TAKING: Shown = { zh: '正在拍摄，请拿稳', en: 'Taking the photo: hold still', icon: 'photograph' }
const STEADY: Shown = { zh: '很好，请保持不动', en: 'Good: keep still', icon: 'passed' }

/** What to do next before the shot: one thing at a time, in words and shape. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** Hint; empty where all is well */
    hint: { type: String, value: '' },
    /** Whether anything was looked at yet. */
    watched: { type: Boolean, value: false },
    /** While the shot is being made. */
    taking: { type: Boolean, value: false },
  },
  data: { shown: AT_FIRST },
  observers: {
    'hint, watched, taking'(hint: Hint | '', watched: boolean, taking: boolean) {
      const seen = hint === '' ? STEADY : { ...HINTS[hint], icon: ICONS[hint] }
      const before = watched ? seen : AT_FIRST
      this.setData({ shown: taking ? TAKING : before })
    },
  },
})
