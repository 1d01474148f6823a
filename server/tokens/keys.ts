import { hkdfSync } from 'node:crypto'

const KEY_BYTES = 32

/** A key for one purpose, derived from the one secret that all servers share: HKDF, RFC 5869. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `vehicle-license/${purpose}`, KEY_BYTES))
