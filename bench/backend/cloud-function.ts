import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import type { Engine } from '../../recognition/engine'
import { createCloud } from '../../simulator/cloud'
import type { Figure } from '../figures'
import { addedTime, defaultGoal } from './added-time'
import type { FunctionName, Functions } from './functions'

const ROUNDS = 60
const WARM_UP = 5

/** Returns the same recognition after `ms`. */
const engineThatTakes = (ms: number): Engine => ({
  async recognize() {
    await sleep(ms)
    return { license: { plateNum: '京A12345' }, cards: {} }
  },
})

/**
 * Measures the cloud function and its peers alternately in the simulated cloud, each in its own process.
 *
 * @param ocrMs - time that the OCR takes
 */
export async function measureCloudFunction(
  { folder }: Functions,
  picture: () => Buffer,
  ocrMs: number,
): Promise<readonly Figure[]> {
  const cloud = createCloud({
    engine: engineThatTakes(ocrMs),
    functionsDir: folder,
    functionEnvironment: { DAILY_LIMIT: '1000000', PERSON_DAILY_LIMIT: '1000000', PERSON_MINUTE_LIMIT: '1000000' },
    log: () => undefined,
  })
  const app = Fastify()
  await app.register(cloud.plugin, { prefix: '/cloud' })
  await cloud.start()

  async function invoke(name: FunctionName, payload: object): Promise<unknown> {
    const called = await app.inject({ method: 'POST', url: `/cloud/functions/${name}`, payload })
    return called.json<{ result: unknown }>().result
  }
  const uploads = String(await invoke('ours', { action: 'folder' }))

  async function callOnce(name: FunctionName): Promise<number> {
    const payload = picture()
    const url = `/cloud/files/${uploads}/a.jpg`
    const uploaded = await app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'image/jpeg' } })
    const { fileID } = uploaded.json<{ fileID: string }>()
    const result = await invoke(name, { type: 'photo', fileID })
    if (typeof result !== 'number') throw new Error(`${name} failed: ${JSON.stringify(result)}`)
    return result
  }

  const times: Record<'call' | 'minimal' | 'ours', number[]> = { call: [], minimal: [], ours: [] }
  try {
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const name of ['call', 'minimal', 'ours'] as const) {
        const ms = await callOnce(name)
        if (round >= 0) times[name].push(ms)
      }
    }
  } finally {
    await app.close()
    await cloud.close()
  }
  const { call, minimal, ours } = times
  return [
    ...addedTime(`function, OCR of ${ocrMs} ms, over the SDK call alone`, { ours, peer: call }, defaultGoal),
    ...addedTime(`function, OCR of ${ocrMs} ms, over download, call, delete`, { ours, peer: minimal }, defaultGoal),
  ]
}
