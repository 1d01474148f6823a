import { startNative } from './native'
import type { LoadModel, RuntimeName } from './runtime'
import { startWeb } from './web'

/**
 * The native runtime, or WebAssembly if its binary cannot be loaded.
 *
 * @param threads per inference
 * @param name disables the fallback
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
