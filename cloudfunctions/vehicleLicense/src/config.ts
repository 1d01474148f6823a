import { type Limits, DEFAULT_LIMITS } from '../../../recognition/limits/allowance'

/** How WeChat is given the picture: as bytes, or as a URL that it downloads. */
export type Way = 'bytes' | 'url'

export interface Config {
  /** Bytes are the more reliable way. */
  readonly firstWay: Way
  readonly limits: Limits
}

const MAX_COUNT = 1_000_000

/**
 * Reads the variables that are set in the console: `IMAGE_WAY`, `DAILY_LIMIT`, `PERSON_DAILY_LIMIT`,
 * `PERSON_MINUTE_LIMIT` (whole numbers up to a million). What is wrong is told, and the usual value taken.
 */
export function readConfig(environment: NodeJS.ProcessEnv, tell: (problem: string) => void): Config {
  function read<T>(name: string, usual: T, parse: (text: string) => T | undefined, expected: string): T {
    const text = environment[name]?.trim() ?? ''
    if (text === '') return usual
    const value = parse(text)
    if (value === undefined) tell(`${name} is not ${expected}: taken as ${String(usual)}`)
    return value ?? usual
  }
  const count = (name: string, usual: number): number =>
    read(
      name,
      usual,
      (text) => (/^\d+$/.test(text) && Number(text) <= MAX_COUNT ? Number(text) : undefined),
      'a whole number from 0 to 1000000',
    )

  return {
    firstWay: read(
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
