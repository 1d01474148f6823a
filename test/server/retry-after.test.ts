import { failure, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture } from '../recognition/pictures'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { file, formOf, type StartedServer, startServer } from './start'

let answered: OpenapiReply | undefined
let server: StartedServer

beforeAll(async () => {
  server = await startServer({
    fault: () => answered,
    overrides: { retry: { attempts: 1, attemptMs: 2_000, backoffMs: 1 } },
  })
})
beforeEach(() => (answered = undefined))
afterAll(() => server.close())

const recognize = async ({ url, app }: StartedServer, type = 'photo'): Promise<Response> =>
  fetch(`${url}/vehicle-license`, {
    method: 'POST',
    body: formOf({ type, image: file((await picture('jpeg')) as Buffer<ArrayBuffer>) }),
    headers: { authorization: `Bearer ${app.accessTokens.issue('wx-client')}` },
  })

test.each<[string, OpenapiReply, number, string | null]>([
  ['a minute’s limit', failure(45011, 'minute'), 429, '60'],
  ['busy', failure(-1, 'system error'), 503, '5'],
  ['not authorized', failure(48001, 'unauthorized'), 503, null],
  // The last: it closes the day.
  ['the day’s limit', failure(45009, 'day'), 429, null],
])(
  'a recognition that is refused for %s says when to come again, where that helps',
  async (_, reply, status, after) => {
    answered = reply
    const { status: given, headers } = await recognize(server)
    expect({ status: given, after: headers.get('retry-after') }).toEqual({ status, after })
  },
)

test('so does the embedded engine when it is busy', async () => {
  const embedded = fakeEngine(() => Promise.reject(new RecognitionError('ENGINE_BUSY')))
  const busy = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded } } })
  try {
    const { status, headers } = await recognize(busy)
    expect({ status, after: headers.get('retry-after') }).toEqual({ status: 503, after: '5' })
  } finally {
    await busy.close()
  }
})

test('a limit that knows when it ends tells that', async () => {
  const strict = await startServer({ fault: () => failure(-1, 'system error') })
  try {
    const login = () => strict.app.inject({ method: 'POST', url: '/login', payload: { code: 'x' } })
    const answers = await Promise.all(Array.from({ length: 61 }, login))
    const refused = answers.find(({ statusCode }) => statusCode === 429)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(60)
  } finally {
    await strict.close()
  }
})
