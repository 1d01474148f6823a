import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { createPublicFetch } from '../../server/public-fetch'
import { fakeEngine, picture, RECOGNITION } from '../recognition/pictures'
import type { Language } from './clients/clients'
import { describeWithClient } from './clients/describe'
import { runClient } from './clients/run'
import { CLIENT, type StartedServer, startServer } from './start'

const { plateNum, vin } = RECOGNITION.license
const license = { plateNum, vin }

/** Reads licenses in JPEGs, and finds none in a PNG. */
const engine = fakeEngine(() =>
  engine.calls.at(-1)?.image.contentType === 'image/png'
    ? Promise.reject(new RecognitionError('NOT_A_LICENSE'))
    : Promise.resolve(RECOGNITION),
)

let folder: string
let server: StartedServer
let website: Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'other-clients-'))
  const pictures = { '/license.jpg?x=1&y=车': await picture('jpeg', 401), '/other.png': await picture('png') }
  website = createServer(({ url = '' }, response) => {
    const found = Object.entries(pictures).find(([path]) => path === decodeURI(url))
    response.writeHead(found ? 200 : 404).end(found?.[1])
  }).listen(0, '127.0.0.1')
  await once(website, 'listening')
  // The pictures' website is on this machine, where the server would otherwise fetch nothing.
  const fetchPublic = createPublicFetch(() => true)
  server = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded: engine }, fetchPublic } })
})
afterAll(async () => {
  await server.close()
  website.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  engine.calls.length = 0
})

/** Runs a client's program, with a picture of a license that no other client sends. */
async function drive(language: Language, width: number): Promise<unknown> {
  const path = join(folder, `${language}.jpg`)
  await writeFile(path, await picture('jpeg', width))
  const site = `http://127.0.0.1:${(website.address() as AddressInfo).port}`
  const { appid, secret } = CLIENT
  const urls = [`${site}/license.jpg?x=1&y=车`, `${site}/other.png`] as const
  return runClient(language, [server.url, appid, secret, urls[0], path, urls[1]])
}

/** The type and the format of each picture read, in order. */
const read = () => engine.calls.map(({ type, image }) => [type, image.contentType])

describeWithClient('java', () => {
  // It sends no `type`, and calls the file's part `file`.
  test('reads a license by address and from a file, renews its token and understands refusals', async () => {
    expect(await drive('java', 411)).toEqual({
      url: license,
      file: license,
      renewed: license,
      other: 101001,
      wrongSecret: 40125,
    })
    expect(read().every(([type]) => type === 'photo')).toBe(true)
  })
})

describeWithClient('go', () => {
  // It sends no `type` with an address.
  test('reads a license by address and from a file, and understands refusals', async () => {
    expect(await drive('go', 412)).toEqual({
      url: license,
      file: license,
      other: 101001,
      wrongSecret: expect.stringContaining('errcode=40125') as unknown,
      wrongStableSecret: expect.stringContaining('errcode=40125') as unknown,
    })
    expect(read()).toContainEqual(['photo', 'image/jpeg'])
    expect(read()).toContainEqual(['scan', 'image/jpeg'])
  })
})

describeWithClient('python', () => {
  test('reads a license by address and from a file, renews its token and understands refusals', async () => {
    expect(await drive('python', 413)).toEqual({
      url: license,
      file: license,
      renewed: license,
      other: 101001,
      wrongSecret: 40125,
    })
    expect(read()).toContainEqual(['photo', 'image/jpeg'])
    expect(read()).toContainEqual(['scan', 'image/jpeg'])
  })
})
