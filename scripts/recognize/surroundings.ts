import type { CommandContext as CommandSurroundings } from '../command/run'
import type { Bar } from './bar'
import type { Pace } from './server/patience'

/** Where the command runs. */
export interface Surroundings extends CommandSurroundings {
  /** Where somebody watches. */
  readonly bar?: Bar
  /** Whether what is put out would tear the bar apart: then it is held back until the bar is gone. */
  readonly barIsInTheWay?: boolean
  /** How long to wait for a server. */
  readonly pace?: Pace
}
