import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { COLLECTIONS } from '../../cloudfunctions/vehicleLicense/src/state/collections'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import type { CloudOptions } from '../../simulator/cloud'
import type { DatabaseFault } from '../../simulator/cloud/database'
import type { Fault, OpenapiCall } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture, RECOGNITION } from '../recognition/pictures'
import { type StartedCloud, startCloud } from '../simulator/cloud/start'

/** Limits that no test meets unless it is about them. */
const AMPLE = { DAILY_LIMIT: '1000', PERSON_DAILY_LIMIT: '1000', PERSON_MINUTE_LIMIT: '1000' }

/** After a reply, its line has come for sure. */
const PRINTED_MS = 100

const KEYS = COLLECTIONS.keys.name

export interface Asking {
  readonly bytes?: Uint8Array
  readonly type?: string
  readonly person?: string
  /** Another one each time, unless given: nothing is answered from memory. */
  readonly key?: string | undefined
}

export interface StartedFunction extends Omit<StartedCloud, 'upload'> {
  readonly reader: ReturnType<typeof fakeEngine>
  /** What arrived at WeChat's OCR. */
  readonly calls: OpenapiCall[]
  fault: Fault
  databaseFault: DatabaseFault
  /** Uploads to anywhere. */
  readonly uploadTo: (cloudPath: string, bytes: Uint8Array) => Promise<string>
  /** Uploads to a person's own folder, the same person's unless told otherwise. */
  readonly upload: (bytes: Uint8Array, person?: string) => Promise<string>
  readonly recognize: (asking?: Asking) => Promise<RecognizeReply>
  /** Forgets what there was, but for the key that the functions' processes remember. */
  readonly reset: () => void
  /** What the function logged, from the line of that number on. */
  readonly log: (from?: number) => Promise<readonly Record<string, unknown>[]>
}

/** The bundled functions in processes of their own, on the unmodified SDK, in the simulated cloud. */
export async function startFunction(options: Partial<CloudOptions> = {}): Promise<StartedFunction> {
  const reader = fakeEngine()
  const calls: OpenapiCall[] = []
  const cloud = await startCloud({
    engine: reader,
    ...options,
    functionEnvironment: { ...AMPLE, ...options.functionEnvironment },
    fault: (call) => {
      calls.push(call)
      return started.fault(call)
    },
    databaseFault: (call) => started.databaseFault(call),
  })

  const started: StartedFunction = {
    ...cloud,
    reader,
    calls,
    fault: () => undefined,
    databaseFault: () => undefined,
    uploadTo: (cloudPath, bytes) => cloud.upload(bytes, cloudPath),
    upload: async (bytes, person) => cloud.upload(bytes, `${await cloud.folderOf(person)}/${randomUUID()}.jpg`),
    async recognize({ bytes, type = 'photo', person, key = randomUUID() } = {}) {
      const fileID = await started.upload(bytes ?? (await picture('jpeg')), person)
      const event = { type, fileID, idempotencyKey: key }
      return (await cloud.callFunction(event, 'vehicleLicense', person)) as RecognizeReply
    },
    reset() {
      started.fault = () => undefined
      started.databaseFault = () => undefined
      calls.length = 0
      reader.calls.length = 0
      cloud.cloud.files.clear()
      for (const name of cloud.cloud.database.keys()) if (name !== KEYS) cloud.cloud.database.delete(name)
    },
    async log(from = 0) {
      // What a process prints comes by another way than what it answers.
      await sleep(PRINTED_MS)
      const lines = cloud.lines.slice(from).filter((line) => line.startsWith('{'))
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    },
  }
  return started
}

/** What the contract answers for the picture that the reader reads, as the so-manieth of a day. */
export const reading = (used = 1) => ({
  ok: true,
  recognition: RECOGNITION,
  engine: 'wechat',
  quota: { used, limit: 1000, person: { used, limit: 1000 } },
})
