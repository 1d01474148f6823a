import type { Bar } from './bar'
import type { Pace } from './server/patience'

/** Where a command runs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Where somebody watches. */
  readonly bar?: Bar
  /** Whether what is put out would tear the bar apart: then it is held back until the bar is gone. */
  readonly barIsInTheWay?: boolean
  /** How long to wait for a server. */
  readonly pace?: Pace
}
