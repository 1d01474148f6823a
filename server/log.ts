import { pino, type DestinationStream, type Logger } from 'pino'
import { describeCause } from '../recognition/describe-cause'

/**
 * JSON lines on standard output. Whatever library hands over an error, a request or a reply, its message, its address
 * and its headers stay out: they may hold tokens.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: describeCause, error: describeCause, req: () => undefined, res: () => undefined },
  }
  return destination ? pino(options, destination) : pino(options)
}
