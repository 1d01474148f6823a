import { readFile } from 'node:fs/promises'
import { modelOf } from './model'
import type { LoadModel } from './runtime'

/** Runs anywhere with the same results, about 2.5 times slower. */
export async function startWeb(threads: number): Promise<LoadModel> {
  const { InferenceSession, Tensor, env } = await import('onnxruntime-web')
  env.wasm.numThreads = threads
  env.logLevel = 'error'
  return async (path) =>
    modelOf(await InferenceSession.create(await readFile(path), { executionProviders: ['wasm'] }), Tensor)
}
