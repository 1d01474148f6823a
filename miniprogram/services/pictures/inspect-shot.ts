import type { Text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { WARNINGS } from '../../vehicle-license/warnings'
import { createGuide, type Frame, type Hint } from '../../vision/index'
import { say } from '../settings/language'
import { downscaled } from './downscale'

/** The guide makes up its mind over several frames, ms apart; a shot is as many times the same one. */
const LOOKS = 10
const INTERVAL_MS = 150

/** What a trouble of the camera's view is called in a shot; one that stands still is turned straight by the reader. */
const WARNING_OF: Record<Hint, Text | undefined> = {
  TOO_DARK: WARNINGS.TOO_DARK,
  GLARE: WARNINGS.GLARE,
  BLURRED: WARNINGS.BLURRED,
  MOVING: undefined,
  NOT_FOUND: ERRORS.NOT_A_LICENSE,
  TOO_FAR: WARNINGS.TOO_SMALL,
  CUT_OFF: WARNINGS.BORDER_CUT,
  TILTED: undefined,
}

export interface Inspected {
  /** What is wrong with the shot; empty where all is well, or where it cannot be told. */
  readonly warnings: readonly string[]
  /** Pages that it shows; nothing where there is none, or where it cannot be told. */
  readonly pages?: 1 | 2
}

/** What a frame that stands still shows. */
export function judge(frame: Frame): { hint: Hint | undefined; pages?: 1 | 2 } {
  const guide = createGuide({ pages: 'any' })
  for (let look = 0; look < LOOKS; look++) guide.look(frame, look * INTERVAL_MS)
  const { hint, card, pages } = guide.look(frame, LOOKS * INTERVAL_MS)
  return { hint, ...(card && { pages }) }
}

export async function inspectShot(path: string): Promise<Inspected> {
  try {
    const { hint, ...seen } = judge((await downscaled(path)).frame)
    const warning = hint && WARNING_OF[hint]
    return { warnings: warning ? [say(warning)] : [], ...seen }
  } catch {
    return { warnings: [] }
  }
}
