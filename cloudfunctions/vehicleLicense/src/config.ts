import { type Limits, DEFAULT_LIMITS } from '../../../recognition/limits/allowance'

/** WeChat gets the picture as bytes, or as a URL to download. */
export type ImageInput = 'bytes' | 'url'

export interface Config {
  /** Tried first. Bytes are more reliable. */
  readonly firstInput: ImageInput
  readonly limits: Limits
}

const MAX_COUNT = 1_000_000

/**
 * Reads the environment variables of the console: `IMAGE_WAY`, `DAILY_LIMIT`, `PERSON_DAILY_LIMIT`,
 * `PERSON_MINUTE_LIMIT` (up to a million). Warns about an invalid value and uses the default.
 */
export function readConfig(environment: NodeJS.ProcessEnv, warn: (problem: string) => void): Config {
  function read<T>(name: string, fallback: T, parse: (text: string) => T | undefined, expected: string): T {
    const text = environment[name]?.trim() ?? ''
    if (text === '') return fallback
    const value = parse(text)
    if (value === undefined) warn(`${name} is not ${expected}: using ${String(fallback)}`)
    return value ?? fallback
  }
  const count = (name: string, fallback: number): number =>
    read(
      name,
      fallback,
      (text) => (/^\d+$/.test(text) && Number(text) <= MAX_COUNT ? Number(text) : undefined),
      'a whole number from 0 to 1000000',
    )

  return {
    firstInput: read(
      'IMAGE_WAY',
      'bytes',
      (text) => (text === 'bytes' || text === 'url' ? text : undefined),
      '"bytes" or "url"',
    ),
    limits: {
      perDay: count('DAILY_LIMIT', DEFAULT_LIMITS.perDay),
      perPersonAndDay: count('PERSON_DAILY_LIMIT', DEFAULT_LIMITS.perPersonAndDay),
      perPersonAndMinute: count('PERSON_MINUTE_LIMIT', DEFAULT_LIMITS.perPersonAndMinute),
    },
  }
}
