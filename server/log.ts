import { pino, type DestinationStream, type Logger } from 'pino'
import { describeCause } from '../recognition/describe-cause'

const omit = (): undefined => undefined

/** For values that libraries log; `busboyOptions` contains request headers. */
const SERIALIZERS = { err: describeCause, error: describeCause, req: omit, res: omit, busboyOptions: omit }

/** Logs JSON lines to standard output, without error messages, URLs and headers: they may contain tokens. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: SERIALIZERS }
  return destination ? pino(options, destination) : pino(options)
}
