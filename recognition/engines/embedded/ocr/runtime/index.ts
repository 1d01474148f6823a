import { startNative } from './native'
import type { LoadModel, RuntimeName } from './runtime'
import { startWeb } from './web'

/**
 * The native runtime; where its package has no binary that this machine can load, WebAssembly.
 *
 * @param threads - how many cores one inference may use
 * @param name - this one and no other
 */
export async function startRuntime(threads: number, name?: RuntimeName): Promise<LoadModel> {
  if (name === 'web') return startWeb(threads)
  try {
    return await startNative(threads)
  } catch (error) {
    if (name === 'native') throw error
    return startWeb(threads)
  }
}
