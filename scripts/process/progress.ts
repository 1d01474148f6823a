import type { Reporter } from './child'
import type { CommandContext } from '../command/run'

export interface Progress extends Reporter {
  /** Prints a permanent line. */
  readonly line: (text: string) => void
  readonly end: () => void
}

const ERASE = '\r\u001b[2K'

/** Shows progress in one updated line on a terminal, or else in one line per step. */
export function createProgress({ error: write, columns }: CommandContext): Progress {
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
