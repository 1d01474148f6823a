import type { CommandContext } from '../command/run'
import type { Bar } from './bar'
import type { Timing } from './server/retry'

export interface RecognizeContext extends CommandContext {
  /** Only on a terminal. */
  readonly bar?: Bar
  /** Whether output would corrupt the bar, so that it is held back until the bar ends. */
  readonly barSharesOutput?: boolean
  readonly timing?: Timing
}
