import { createHmac, randomBytes } from 'node:crypto'

/** Fictitious: none of these exist at WeChat. */
export const ENVIRONMENT = 'simulator-1a2b3c'
export const BUCKET = '7369-simulator-1a2b3c-1250000000'
export const APP_ID = 'wx0000000000000000'
export const APP_SECRET = '00000000000000000000000000000000'

/** Derives a person's openid, which differs between runs of the cloud. */
export function createOpenids(): (person: string) => string {
  const key = randomBytes(32)
  return (person) => `o${createHmac('sha256', key).update(person).digest('base64url').slice(0, 27)}`
}
