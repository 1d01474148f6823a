import type { Text } from '../../strings/index'
import { ERRORS } from '../../vehicle-license/errors'
import { WARNINGS } from '../../vehicle-license/warnings'
import { createGuide, type Frame, type Hint } from '../../vision/index'
import { say } from '../settings/language'
import { downscaled } from './downscale'

/** The guide decides over several frames: it gets the shot this often. */
const REPEATS = 10
const INTERVAL_MS = 150

/** MOVING cannot be told from one picture; the engine corrects TILTED. */
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

interface Inspected {
  /** Empty if all is well or unknown. */
  readonly warnings: readonly string[]
  /** Number of pages in the picture, if known. */
  readonly pages?: 1 | 2
}

function inspectFrame(frame: Frame): { hint: Hint | undefined; pages?: 1 | 2 } {
  const guide = createGuide({ pages: 'any' })
  for (let i = 0; i < REPEATS; i++) guide.analyze(frame, i * INTERVAL_MS)
  const { hint, card, pages } = guide.analyze(frame, REPEATS * INTERVAL_MS)
  return { hint, ...(card && { pages }) }
}

export async function inspectShot(path: string): Promise<Inspected> {
  try {
    const { hint, ...rest } = inspectFrame(await downscaled(path))
    const warning = hint && WARNING_OF[hint]
    return { warnings: warning ? [say(warning)] : [], ...rest }
  } catch {
    return { warnings: [] }
  }
}
