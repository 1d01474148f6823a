import { createHmac } from 'node:crypto'

const LENGTH = 22

/** Hashes openids with a key, so that counters and logs do not identify persons. */
export const createPersonHash =
  (key: string | Uint8Array) =>
  (openid: string): string =>
    createHmac('sha256', key).update(openid).digest('base64url').slice(0, LENGTH)
