import type { Text } from '../vehicle-license/text'

/**
 * The closed list of what a person may be told before the shot, one thing to do each. In the order in which they are
 * told when there are several: what keeps all else from being judged comes first, and a blur last, since the camera
 * focuses by itself once the rest is right.
 */
export const HINTS = {
  TOO_DARK: { zh: '太暗了，请到亮处或打开补光', en: 'Too dark: find more light or turn the torch on' },
  NOT_FOUND: { zh: '请把行驶证放进取景框', en: 'Place the license in the frame' },
  CUT_OFF: { zh: '没拍全，请移动让整页进入画面', en: 'Part is cut off: get the whole page in' },
  TOO_FAR: { zh: '太远了，请靠近一些', en: 'Too far: move closer' },
  TILTED: { zh: '歪了，请摆正并从正上方拍', en: 'Tilted: straighten it and hold the phone level above' },
  GLARE: { zh: '有反光，请换个角度', en: 'Glare: change the angle' },
  MOVING: { zh: '请拿稳手机', en: 'Hold still' },
  BLURRED: { zh: '模糊，请稍等对焦或稍微拿远', en: 'Blurred: wait for the focus, or move back a little' },
} as const satisfies Record<string, Text>

export type Hint = keyof typeof HINTS

/** In the order in which they are told. */
export const HINT_ORDER = Object.keys(HINTS) as readonly Hint[]
