import { readFileSync } from 'node:fs'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { VehicleLicense } from '../../../../miniprogram/vehicle-license/fields'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import {
  createEmbeddedEngine,
  type EmbeddedEngine,
  type EmbeddedEngineOptions,
} from '../../../../recognition/engines/embedded'
import { inspect } from '../../../../recognition/inspect'

const WITHOUT_NATIVE = new URL('./without-native.mjs', import.meta.url)
const sampleFile = (name: string): Buffer =>
  readFileSync(new URL(`../../../../simulator/samples/${name}`, import.meta.url))
const truth = (JSON.parse(sampleFile('van.json').toString()) as { license: VehicleLicense }).license

let engine: EmbeddedEngine | undefined
afterEach(() => engine?.close())

function recognize(options: EmbeddedEngineOptions): Promise<Recognition> {
  engine = createEmbeddedEngine({ workers: 1, ...options })
  return engine.recognize(inspect(sampleFile('van.jpg')), { type: 'photo', signal: new AbortController().signal })
}

test('WebAssembly reads the same as the native runtime', async () => {
  expect((await recognize({ runtime: 'web' })).license).toEqual(truth)
})

test('WebAssembly is the fallback if the native runtime cannot be loaded', async () => {
  expect((await recognize({ entry: WITHOUT_NATIVE })).license).toEqual(truth)
})

test('there is no fallback for an explicit native runtime', async () => {
  await expect(recognize({ entry: WITHOUT_NATIVE, runtime: 'native' })).rejects.toThrow(
    new RecognitionError('ENGINE_UNAVAILABLE'),
  )
})
