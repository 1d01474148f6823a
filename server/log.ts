import { pino, type DestinationStream, type Logger } from 'pino'
import { describeCause } from '../recognition/describe-cause'

const leaveOut = (): undefined => undefined

/** What libraries hand over: `busboyOptions` has a request's headers in it. */
const SERIALIZERS = { err: describeCause, error: describeCause, req: leaveOut, res: leaveOut, busboyOptions: leaveOut }

/**
 * JSON lines on standard output. Whatever library hands over an error, a request or a reply, its message, its address
 * and its headers stay out: they may hold tokens.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: SERIALIZERS }
  return destination ? pino(options, destination) : pino(options)
}
