import { modelOf } from './model'
import type { LoadModel } from './runtime'

/** @throws Error where the package has no binary: for Intel Macs and 32 bit machines, for example */
export async function startNative(threads: number): Promise<LoadModel> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return async (path) => {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      // A plan of the memory for every size of input that was ever seen: a fifth more memory, and no time saved.
      enableMemPattern: false,
      // Threads that spin while they wait halve the speed where others want the cores as well.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    })
    return modelOf(session, Tensor)
  }
}
