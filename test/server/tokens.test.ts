import { createTokens } from '../../server/tokens/tokens'
import { SECRET } from './start'

const HOUR_MS = 60 * 60 * 1000
const MIDNIGHT = Date.UTC(2026, 10, 22)

/** Tokens with a clock that stands at so many hours after midnight. */
const at = (hours: number, audience = 'session', secret = SECRET) =>
  createTokens(secret, audience, () => MIDNIGHT + hours * HOUR_MS)

test('a token names its subject for two hours, and is then expired', () => {
  const token = at(10).issue('somebody')
  expect(at(10).expiresInS).toBe(7200)
  expect(at(11.99).verify(token)).toEqual({ state: 'valid', subject: 'somebody' })
  expect(at(12).verify(token)).toEqual({ state: 'expired' })
})

test('keys change every day, and yesterday’s is taken until its tokens have expired', () => {
  const kidOf = (token: string): unknown =>
    JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as unknown
  const yesterday = at(23.5)
  const token = yesterday.issue('somebody')
  expect(kidOf(at(24).issue('somebody'))).not.toEqual(kidOf(token))
  expect(at(24.5).verify(token)).toEqual({ state: 'valid', subject: 'somebody' })
  expect(at(25.5).verify(token)).toEqual({ state: 'expired' })
  expect(at(24 * 30).verify(token)).toEqual({ state: 'expired' })
})

test('a server whose clock is behind takes the token of one that is in the next day already', () => {
  expect(at(23.99).verify(at(24.01).issue('somebody'))).toMatchObject({ state: 'valid' })
})

test('another secret’s tokens, another kind’s and damaged ones are invalid', () => {
  const token = at(10).issue('somebody')
  const [header = '', payload = '', signature = ''] = token.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid: '20779' })).toString('base64url')
  const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('somebody', 'anybody!'))
  for (const damaged of [
    '',
    'token',
    `${header}.${payload}`,
    `${header}.${other.toString('base64url')}.${signature}`,
    `${unsigned}.${payload}.`,
    `${unsigned}.${payload}.${signature}`,
  ]) {
    expect(at(10).verify(damaged)).toEqual({ state: 'invalid' })
  }
  expect(at(10, 'access').verify(token)).toEqual({ state: 'invalid' })
  expect(at(10, 'session', SECRET.toUpperCase()).verify(token)).toEqual({ state: 'invalid' })
})

test('a token is shorter than WeChat’s 512 characters', () => {
  expect(at(10, 'access').issue('c'.repeat(64)).length).toBeLessThan(512)
})
