import type { FastifyInstance } from 'fastify'
import { type AppOptions, createApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { createLog } from '../../server/log'
import { createServices, type Overrides, type Services } from '../../server/services'
import { createCloud, type Cloud } from '../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../simulator/cloud/identity'
import type { Fault } from '../../simulator/cloud/openapi/call'
import { fakeEngine } from '../recognition/pictures'

export const CLIENT = { appid: 'wx-client', secret: 'secret-of-the-client' }
export const SECRET = 'a-secret-that-signs-sessions-in-tests'

export interface StartOptions extends AppOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly overrides?: Overrides
  /** What WeChat answers in the place of its OCR. */
  readonly fault?: Fault
}

export interface Answer {
  readonly status: number
  readonly json: Record<string, unknown>
}

export interface StartedServer {
  readonly app: FastifyInstance
  readonly services: Services
  readonly url: string
  /** Stands in for WeChat. */
  readonly cloud: Cloud
  /** What reads the pictures there. */
  readonly reader: ReturnType<typeof fakeEngine>
  /** What was logged, line by line. */
  readonly lines: readonly string[]
  /** Opens a session and gives it. */
  login(code?: string): Promise<string>
  /** `POST /vehicle-license` with the fields, a `Blob` among them as a file. */
  recognize(session: string | undefined, fields: Record<string, string | Blob>): Promise<Answer>
  close(): Promise<void>
}

export const file = (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg'): Blob => new Blob([bytes], { type })

/** A form as `fetch` sends it. */
export function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, 'license.jpg')
  }
  return form
}

/** Calls over real HTTP; gives status and JSON. */
export async function call(url: string | URL, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

/** The real server on a free port, with the simulator's cloud in the place of WeChat. */
export async function startServer({ env, overrides, fault, ...options }: StartOptions = {}): Promise<StartedServer> {
  const reader = fakeEngine()
  const lines: string[] = []
  const cloud = createCloud({ engine: reader, functionsDir: '', log: () => undefined, ...(fault && { fault }) })
  await cloud.start()
  const config = readConfig({
    ENGINE: 'https',
    WECHAT_APPID: APP_ID,
    WECHAT_SECRET: APP_SECRET,
    WECHAT_BASE_URL: cloud.origin,
    SESSION_SECRET: SECRET,
    API_CLIENTS: `${CLIENT.appid}:${CLIENT.secret}`,
    ...env,
  })
  const log = createLog(config.logLevel, { write: (line) => void lines.push(line) })
  const services = createServices(config, log, overrides)
  const app = await createApp(services, options)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  return {
    app,
    services,
    url,
    cloud,
    reader,
    lines,
    async login(code = 'code-somebody') {
      const init = { method: 'POST', body: JSON.stringify({ code }), headers: { 'content-type': 'application/json' } }
      const { json } = await call(`${url}/login`, init)
      return String(json.session)
    },
    recognize: (session, fields) =>
      call(`${url}/vehicle-license`, {
        method: 'POST',
        body: formOf(fields),
        headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
      }),
    async close() {
      await app.close()
      await services.close()
      await cloud.close()
    },
  }
}
