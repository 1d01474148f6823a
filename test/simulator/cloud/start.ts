import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import { readFolder } from '../../../miniprogram/services/back-ends/reply'
import { buildFunctions } from '../../../scripts/build/functions'
import { type Cloud, type CloudOptions, createCloud } from '../../../simulator/cloud'

const FUNCTIONS = fileURLToPath(new URL('../../../cloudfunctions', import.meta.url))

export interface StartedCloud {
  readonly cloud: Cloud
  /** Output of the functions and warnings of the cloud. */
  readonly lines: readonly string[]
  readonly upload: (bytes: Uint8Array, cloudPath?: string) => Promise<string>
  /** Calls the browser's API. */
  readonly post: (
    path: string,
    body: object,
    person?: string,
  ) => Promise<{ status: number; json: Record<string, unknown> }>
  /** Calls a function, by default always as the same person. */
  readonly callFunction: (event: object, name?: string, person?: string) => Promise<unknown>
  /** The folder to which a person may upload; requested once per person, as by the mini program. */
  readonly folderOf: (person?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Starts a simulated cloud with newly bundled functions and the browser's API. */
export async function startCloud(options: Partial<CloudOptions> & Pick<CloudOptions, 'engine'>): Promise<StartedCloud> {
  await buildFunctions()
  const lines: string[] = []
  const cloud = createCloud({ functionsDir: FUNCTIONS, log: (line) => lines.push(line), ...options })
  const app = Fastify()
  await app.register(cloud.plugin, { prefix: '/cloud' })
  await cloud.start()

  async function post(path: string, body: object, person = '') {
    const headers = { 'x-simulated-person': person }
    const response = await app.inject({ method: 'POST', url: `/cloud/${path}`, payload: body, headers })
    return { status: response.statusCode, json: response.json<Record<string, unknown>>() }
  }

  async function callFunction(event: object, name = 'vehicleLicense', person?: string): Promise<unknown> {
    const { status, json } = await post(`functions/${name}`, event, person)
    expect({ status, json }).toMatchObject({ status: 200 })
    return json.result
  }
  const folders = new Map<string | undefined, string>()

  return {
    cloud,
    lines,
    post,
    callFunction,
    async folderOf(person) {
      const folder = folders.get(person) ?? readFolder(await callFunction({ action: 'folder' }, undefined, person))
      folders.set(person, folder)
      return folder
    },
    async upload(bytes, cloudPath = 'vehicle-license/a.jpg') {
      const url = `/cloud/files/${encodeURI(cloudPath)}`
      const response = await app.inject({
        method: 'PUT',
        url,
        payload: Buffer.from(bytes),
        headers: { 'content-type': 'image/jpeg' },
      })
      return response.json<{ fileID: string }>().fileID
    },
    async close() {
      await app.close()
      await cloud.close()
    },
  }
}
