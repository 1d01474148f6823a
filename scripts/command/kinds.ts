import { UsageError } from './errors'

/** A type of command-line value. */
export interface Kind<T> {
  /** Placeholder in the usage line: `FILE`, `photo|scan`. */
  readonly label: string
  /** Completes the error "NAME must be …": `a whole number from 1`. */
  readonly expects: string
  /** Returns `undefined` for an invalid value. @throws UsageError with more detail than `expects` */
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

/** A comma-separated list. */
export const someOf = <T extends string>(label: string, allowed: readonly T[]): Kind<readonly T[]> => ({
  label,
  expects: `a comma-separated list of ${allowed.join(', ')}`,
  parse: (given) => {
    const found = given.split(',').map((name) => allowed.find((one) => one === name))
    return found.every((one) => one !== undefined) ? found : undefined
  },
})

/** A whole number from `min` to `max`, inclusive. */
export const whole = (label: string, min = 0, max = Number.MAX_SAFE_INTEGER): Kind<number> => ({
  label,
  expects: max === Number.MAX_SAFE_INTEGER ? `a whole number, ${min} or more` : `a whole number from ${min} to ${max}`,
  parse: (given) => {
    const number = /^\d+$/.test(given) ? Number(given) : NaN
    return number >= min && number <= max ? number : undefined
  },
})

/** A URL with one of these protocols; trailing slashes are removed. */
export const address = (label: string, protocols: readonly string[]): Kind<string> => ({
  label,
  expects: `a URL starting with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  parse: (given) =>
    URL.canParse(given) && protocols.includes(new URL(given).protocol.slice(0, -1))
      ? given.replace(/\/+$/, '')
      : undefined,
})

/** @throws UsageError naming `name` if the value is invalid */
export function parseAs<T>(kind: Kind<T>, name: string, given: string): T {
  const value = kind.parse(given)
  if (value === undefined) throw new UsageError(`${name} must be ${kind.expects}, not "${given}"`)
  return value
}
