import type { Tell } from './child'
import type { Surroundings } from '../command/run'

export interface Progress extends Tell {
  /** A line that stays. */
  readonly line: (text: string) => void
  readonly end: () => void
}

const ERASE = '\r\u001b[2K'

/** Shows how far a command is: on a terminal in one line that is rewritten, elsewhere in a line for each step. */
export function createProgress({ error: write, columns }: Surroundings): Progress {
  let isDrawn = false
  let current = ''
  const erase = () => {
    if (isDrawn) write(ERASE)
    isDrawn = false
  }
  const draw = (text: string) => {
    erase()
    write(text.slice(0, (columns ?? 0) - 1))
    isDrawn = true
  }
  return {
    step(text) {
      current = text
      if (columns) draw(`${text} …`)
      else write(`${text} …\n`)
    },
    detail(text) {
      if (columns) draw(`${current}: ${text}`)
    },
    line(text) {
      erase()
      write(`${text}\n`)
    },
    end: erase,
  }
}
