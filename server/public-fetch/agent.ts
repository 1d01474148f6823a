import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'

/** The message does not contain the address. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'

  constructor() {
    super('not a public address')
  }
}

/** Resolves a host and checks its addresses in one step, against DNS rebinding. */
const publicLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, callback) => {
    const all: LookupOptions & { all: true } = { ...options, all: true }
    lookUp(host, all, (error, found: LookupAddress[]) => {
      const allowed = error ? [] : found.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (first === undefined) {
        callback(error ?? new ForbiddenAddressError(), '', 0)
      } else if (options.all) {
        callback(null, allowed)
      } else {
        callback(null, first.address, first.family)
      }
    })
  }

/** Connects only to allowed addresses. No keep-alive: hosts rarely repeat. */
export const createPublicAgent = (isAllowed: (address: string) => boolean): Agent =>
  new Agent({ connect: { lookup: publicLookup(isAllowed), timeout: 3_000 }, pipelining: 0 })
