import { UsageError } from './errors'

/** What a value of the command line may be. */
export interface Kind<T> {
  /** What stands for it in the usage line: `FILE`, `photo|scan`. */
  readonly label: string
  /** What it must be, for the message of one that is not: `a whole number from 1`. */
  readonly expects: string
  /** `undefined` for a text that is no such value. @throws UsageError that says more than `expects` does */
  readonly parse: (text: string) => T | undefined
}

export const text = (label: string): Kind<string> => ({
  label,
  expects: 'given',
  parse: (given) => (given === '' ? undefined : given),
})

export const oneOf = <T extends string | number>(allowed: readonly T[]): Kind<T> => ({
  label: allowed.join('|'),
  expects: allowed.length === 2 ? allowed.join(' or ') : `one of ${allowed.join(', ')}`,
  parse: (given) => allowed.find((one) => String(one) === given),
})

/** Several of these, with commas between them. */
export const someOf = <T extends string>(label: string, allowed: readonly T[]): Kind<readonly T[]> => ({
  label,
  expects: `some of ${allowed.join(', ')}, with commas between them`,
  parse: (given) => {
    const found = given.split(',').map((name) => allowed.find((one) => one === name))
    return found.every((one) => one !== undefined) ? found : undefined
  },
})

/** A whole number from `least` to `most`, both included. */
export const whole = (label: string, least = 0, most = Number.MAX_SAFE_INTEGER): Kind<number> => ({
  label,
  expects:
    most === Number.MAX_SAFE_INTEGER ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`,
  parse: (given) => {
    const number = /^\d+$/.test(given) ? Number(given) : NaN
    return number >= least && number <= most ? number : undefined
  },
})

/** An address of these protocols, without a slash at its end. */
export const address = (label: string, protocols: readonly string[]): Kind<string> => ({
  label,
  expects: `an address that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  parse: (given) =>
    URL.canParse(given) && protocols.includes(new URL(given).protocol.slice(0, -1))
      ? given.replace(/\/+$/, '')
      : undefined,
})

/** @throws UsageError where the text is no such value; `name` is what was given wrongly. */
export function parseAs<T>(kind: Kind<T>, name: string, given: string): T {
  const value = kind.parse(given)
  if (value === undefined) throw new UsageError(`${name} must be ${kind.expects}, not "${given}"`)
  return value
}
