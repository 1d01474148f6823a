import type { Text } from '../strings'
import { ERRORS } from '../vehicle-license/errors'
import { WARNINGS } from '../vehicle-license/warnings'
import { createGuide, type Frame, type Hint } from '../vision'
import { createCanvas, loadImage } from './compress/canvas'
import { say } from './language'

/** As large as the frames that the camera brings. */
const SHORT_SIDE_PX = 480
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

/** The pixels of a picture, small. */
async function readFrame(path: string): Promise<Frame> {
  const image = await loadImage(path)
  const scale = Math.min(1, SHORT_SIDE_PX / Math.min(image.width, image.height))
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const { context } = createCanvas({ width, height })
  context.drawImage(image, 0, 0, width, height)
  return { data: context.getImageData(0, 0, width, height).data, width, height }
}

/** What is wrong with a frame that stands still. */
export function troubleOf(frame: Frame, pages: 1 | 2): Hint | undefined {
  const guide = createGuide({ pages })
  let hint: Hint | undefined
  for (let look = 0; look < LOOKS; look++) hint = guide.look(frame, look * INTERVAL_MS).hint
  return hint
}

/** What is wrong with a shot; nothing where all is well, or where it cannot be told. */
export async function inspectShot(path: string, pages: 1 | 2): Promise<string[]> {
  try {
    const trouble = troubleOf(await readFrame(path), pages)
    const warning = trouble && WARNING_OF[trouble]
    return warning ? [say(warning)] : []
  } catch {
    return []
  }
}
