import pino from 'pino'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { describeCause } from '../../../recognition/describe-cause'

/** JSON lines for the console's log search. Synchronous, because an instance may be frozen after its reply. */
export const log = pino(
  { base: null, messageKey: 'event', formatters: { level: (level) => ({ level }) } },
  pino.destination({ dest: 1, sync: true }),
)

/** Logs a failure that does not affect the reply. */
export function logWarning(event: string, error: unknown, fields: Readonly<Record<string, string | undefined>>): void {
  const cause = error instanceof RecognitionError ? (error.details.cause ?? error) : error
  log.warn({ ...fields, cause: describeCause(cause) }, event)
}
