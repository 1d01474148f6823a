import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPublicFetch, fetchPublic } from '../../server/public-fetch'

let server: Server
let port: number
let asked: string[]
let respond: (request: IncomingMessage, response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    respond(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  respond = (_, response) => response.end('picture')
})

const never = new AbortController().signal
/** 127.0.0.1 stands for the public network here, and nothing else does. */
const fetchHere = createPublicFetch((address) => address === '127.0.0.1')
const here = (path = '/a.jpg', host = '127.0.0.1'): string => `http://${host}:${port}${path}`
const UNREADABLE = { code: 'IMAGE_UNREADABLE' }

test('fetches what lies at an allowed address, by number or by name', async () => {
  await expect(fetchHere(here(), never)).resolves.toEqual(Buffer.from('picture'))
  await expect(fetchHere(here('/b.jpg', 'localhost'), never)).resolves.toEqual(Buffer.from('picture'))
  expect(asked).toEqual(['/a.jpg', '/b.jpg'])
})

test('asks nothing of this machine or its network, however it is written', async () => {
  const hosts = ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '[::1]', '0.0.0.0']
  for (const host of [...hosts, '[::ffff:127.0.0.1]']) {
    await expect(fetchPublic(here('/', host), never)).rejects.toMatchObject(UNREADABLE)
  }
  expect(asked).toEqual([])
})

test.each(['file:///etc/passwd', 'ftp://127.0.0.1/a.jpg', 'data:image/png;base64,AAAA', 'a.jpg', '', 'http://'])(
  'does not take "%s"',
  async (address) => {
    await expect(fetchHere(address, never)).rejects.toMatchObject(UNREADABLE)
  },
)

test('takes no name and password along', async () => {
  await expect(fetchHere(`http://me:secret@127.0.0.1:${port}/`, never)).rejects.toMatchObject(UNREADABLE)
  expect(asked).toEqual([])
})

test('follows redirects to allowed addresses', async () => {
  respond = ({ url }, response) => {
    if (url === '/a.jpg') response.writeHead(302, { location: '/b.jpg' }).end()
    else response.end('moved')
  }
  await expect(fetchHere(here(), never)).resolves.toEqual(Buffer.from('moved'))
})

test.each(['http://[::1]/', 'http://169.254.169.254/latest/meta-data', 'file:///etc/passwd'])(
  'does not follow a redirect to %s',
  async (location) => {
    respond = (_, response) => response.writeHead(302, { location }).end()
    await expect(fetchHere(here(), never)).rejects.toMatchObject(UNREADABLE)
    expect(asked).toHaveLength(1)
  },
)

test('does not follow redirects for ever', async () => {
  respond = (_, response) => response.writeHead(302, { location: here() }).end()
  await expect(fetchHere(here(), never)).rejects.toMatchObject(UNREADABLE)
  expect(asked).toHaveLength(4)
})

test('stops at 2,000,000 bytes, whatever the headers say', async () => {
  respond = (_, response) => {
    const chunk = Buffer.alloc(100_000)
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  }
  await expect(fetchHere(here(), never)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
})

test.each([404, 500, 204])('a %i is nothing to read', async (status) => {
  respond = (_, response) => response.writeHead(status).end()
  await expect(fetchHere(here(), never)).rejects.toMatchObject(UNREADABLE)
})

test('gives up with the caller', async () => {
  respond = () => undefined
  const controller = new AbortController()
  const fetching = fetchHere(here(), controller.signal)
  setTimeout(() => controller.abort(new Error('gone')), 20)
  await expect(fetching).rejects.toThrow('gone')
})
