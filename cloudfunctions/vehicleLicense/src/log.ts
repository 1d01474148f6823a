import pino from 'pino'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { describeCause } from '../../../recognition/describe-cause'

/** Lines of JSON for the console's log search, written at once: an instance may be frozen with its last reply. */
export const log = pino(
  { base: null, messageKey: 'event', formatters: { level: (level) => ({ level }) } },
  pino.destination({ dest: 1, sync: true }),
)

/** Logs what went wrong beside a request that is answered all the same. */
export function logTrouble(event: string, error: unknown, fields: Readonly<Record<string, string | undefined>>): void {
  const cause = error instanceof RecognitionError ? (error.details.cause ?? error) : error
  log.warn({ ...fields, cause: describeCause(cause) }, event)
}
