import type { RecognitionType, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { startServer } from '../../server'
import { readConfig } from '../../server/config'
import { createCloud } from '../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../simulator/cloud/identity'
import type { Fault } from '../../simulator/cloud/openapi/call'
import { fakeEngine } from '../recognition/pictures'
import { startCloud } from '../simulator/cloud/start'

export interface Sent {
  readonly bytes: Uint8Array
  readonly type?: RecognitionType
  readonly person?: string
  readonly idempotencyKey?: string
}

/** A back end in front of a stand-in for WeChat, reached as the mini program reaches it. */
export interface BackEnd {
  recognize(sent: Sent): Promise<RecognizeReply>
  /** All that it logged, line by line. */
  readonly lines: readonly string[]
  close(): Promise<void>
}

export interface BackEndOptions {
  readonly engine?: ReturnType<typeof fakeEngine>
  readonly fault: Fault
  /** ms for one recognition */
  readonly budgetMs?: number
  /** `DAILY_LIMIT` and so on: both back ends know the same names. */
  readonly limits?: Readonly<Record<string, string>>
}

const NO_LIMITS = { DAILY_LIMIT: '100000', PERSON_DAILY_LIMIT: '100000', PERSON_MINUTE_LIMIT: '100000' }
/** What the function keeps of its time for cleaning up. */
const CLEANUP_MS = 1_000

/** The bundled cloud function in processes of its own, on the unmodified SDK. */
export async function startCloudFunction(options: BackEndOptions): Promise<BackEnd> {
  const { engine = fakeEngine(), fault, budgetMs = 15_000, limits } = options
  const started = await startCloud({
    engine,
    fault,
    functionTimeoutMs: budgetMs + CLEANUP_MS,
    functionEnvironment: { ...NO_LIMITS, ...limits },
  })
  let uploads = 0
  return {
    lines: started.lines,
    async recognize({ bytes, type = 'photo', person, idempotencyKey }) {
      const name = `${(uploads += 1)}.jpg`
      const fileID = await started.upload(bytes, `${await started.folderOf(person)}/${name}`)
      const event = { type, fileID, ...(idempotencyKey !== undefined && { idempotencyKey }) }
      return (await started.callFunction(event, 'vehicleLicense', person)) as RecognizeReply
    },
    async close() {
      const left = [...started.cloud.files.keys()]
      await started.close()
      // Whatever happened: no person's picture stays behind.
      expect(left).toEqual([])
    },
  }
}

/** The companion server over real HTTP, with the engine `https`. */
export async function startCompanion(options: BackEndOptions): Promise<BackEnd> {
  const { engine = fakeEngine(), fault, budgetMs = 15_000, limits } = options
  const wechat = createCloud({ engine, fault, functionsDir: '', log: () => undefined })
  await wechat.start()
  const config = readConfig({
    PORT: '0',
    ENGINE: 'https',
    WECHAT_APPID: APP_ID,
    WECHAT_SECRET: APP_SECRET,
    WECHAT_BASE_URL: wechat.origin,
    REQUEST_BUDGET_MS: String(budgetMs),
    LOG_LEVEL: 'silent',
    ...NO_LIMITS,
    ...limits,
  })
  const server = await startServer(config)

  async function login(person: string): Promise<string> {
    const response = await fetch(`${server.url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: `code-${person}` }),
    })
    return ((await response.json()) as { session: string }).session
  }
  const sessions = new Map<string, Promise<string>>()
  const sessionOf = (person: string): Promise<string> => {
    const session = sessions.get(person) ?? login(person)
    sessions.set(person, session)
    return session
  }

  return {
    lines: [],
    async recognize({ bytes, type = 'photo', person = 'somebody', idempotencyKey }) {
      const form = new FormData()
      form.append('type', type)
      if (idempotencyKey !== undefined) form.append('idempotencyKey', idempotencyKey)
      form.append('image', new Blob([new Uint8Array(bytes)]), 'license')
      const response = await fetch(`${server.url}/vehicle-license`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await sessionOf(person)}` },
        body: form,
      })
      const reply = (await response.json()) as RecognizeReply
      expect(reply.ok).toBe(response.ok)
      return reply
    },
    async close() {
      await server.close()
      await wechat.close()
    },
  }
}

/** Both back ends: what holds for one must hold for the other. */
export const BACK_ENDS = [
  ['the cloud function', startCloudFunction],
  ['the companion server', startCompanion],
] as const
