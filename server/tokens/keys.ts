import { hkdfSync } from 'node:crypto'

const KEY_BYTES = 32

/** Derives a key for one purpose from the secret that all servers share (HKDF, RFC 5869). */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `vehicle-license/${purpose}`, KEY_BYTES))
