import { HTTPS_PATH, TOKEN_PATH } from '../../../recognition/wechat/api'
import type { Random } from '../../licenses/random'
import { FORM_TYPE, type Request, writeForm } from './request'
import { CLIENT } from './server'

/** Values for valid requests. */
export interface Fixtures {
  readonly session: string
  readonly accessToken: string
  readonly picture: Buffer
}

const JSON_TYPE = ['content-type', 'application/json'] as const
const BATCH = '/batches/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'

const request = (method: string, path: string, more: Partial<Request> = {}): Request => ({
  method,
  path,
  query: [],
  headers: [],
  body: Buffer.alloc(0),
  ...more,
})

const form = (picture: Buffer, name: string, fields: Readonly<Record<string, string>>): Partial<Request> => ({
  headers: [['content-type', FORM_TYPE]],
  body: writeForm([
    ...Object.entries(fields).map(([key, value]) => ({ name: key, data: Buffer.from(value) })),
    { name, filename: 'license.jpg', data: picture },
  ]),
})

const bearer = ({ headers = [], ...more }: Partial<Request>, token: string): Partial<Request> => ({
  ...more,
  headers: [...headers, ['authorization', `Bearer ${token}`]],
})

const json = (value: unknown): Partial<Request> => ({ headers: [JSON_TYPE], body: Buffer.from(JSON.stringify(value)) })
const GRANT = { grant_type: 'client_credential', ...CLIENT }

/** A valid request to each route. */
export const routes = ({ session, accessToken, picture }: Fixtures): readonly Request[] => [
  request('POST', '/login', json({ code: 'code-somebody' })),
  request('POST', '/vehicle-license', bearer(form(picture, 'image', { type: 'photo', idempotencyKey: 'a' }), session)),
  request('POST', '/vehicle-license', bearer(form(picture, 'image', { type: 'scan' }), accessToken)),
  request('POST', '/batches', bearer(form(picture, 'image', { type: 'photo' }), session)),
  request('GET', BATCH, bearer({ query: [['after', '1']] }, session)),
  request('GET', `${BATCH}/events`, bearer({ headers: [['last-event-id', '1']] }, session)),
  request('GET', '/healthz'),
  request('GET', '/readyz'),
  request('GET', '/metrics'),
  request('GET', '/docs'),
  request('GET', '/docs/json'),
  request('GET', '/docs/static/index.html'),
  request('GET', '/cgi-bin/token', { query: Object.entries(GRANT) }),
  request('POST', '/cgi-bin/token', { query: Object.entries(GRANT) }),
  request('POST', TOKEN_PATH, json(GRANT)),
  request('GET', HTTPS_PATH),
  request('POST', HTTPS_PATH, {
    ...form(picture, 'img', {}),
    query: Object.entries({ type: 'photo', access_token: accessToken }),
  }),
  request('POST', HTTPS_PATH, {
    query: Object.entries({ type: 'scan', img_url: 'https://example.com/a.jpg', access_token: accessToken }),
  }),
]

export const pickRoute = (means: Fixtures, random: Random): Request => random.pick(routes(means))
