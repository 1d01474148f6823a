import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded'
import { inspect } from '../../../recognition/inspect'

/** Pictures of real forms with invented data, by vendors of OCR and by insurers, and what stands on each. */
const FOLDER = fileURLToPath(new URL('../../fixtures/specimens/', import.meta.url))
const SPECIMENS = JSON.parse(readFileSync(`${FOLDER}specimens.json`, 'utf8')) as Record<
  string,
  { license: VehicleLicense }
>
const SURE = 0.95

const engine = createEmbeddedEngine()
afterAll(() => engine.close())

test.each(Object.entries(SPECIMENS))('%s is read', async (file, { license: truth }) => {
  const image = inspect(readFileSync(`${FOLDER}${file}`))
  const { signal } = new AbortController()
  const { license, evidence = {} } = await engine.recognize(image, { type: 'photo', signal })
  for (const key of Object.keys(truth) as FieldKey[]) expect([key, license[key]]).toEqual([key, truth[key]])
  for (const [key, { confidence = 0 }] of Object.entries(evidence) as [FieldKey, { confidence?: number }][])
    if (confidence >= SURE) expect([key, license[key]]).toEqual([key, truth[key]])
})
