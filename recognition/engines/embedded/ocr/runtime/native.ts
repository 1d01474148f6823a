import { modelOf } from './model'
import type { LoadModel } from './runtime'

/** Of a session of `onnxruntime-node`, with so many threads for one inference. */
export const sessionOptions = (threads: number) =>
  ({
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // A plan of the memory for every size of input that was ever seen: memory that grows with the pictures.
    enableMemPattern: false,
    // An arena keeps what the largest picture took, in pieces that fit no other.
    enableCpuMemArena: false,
    // Threads that spin while one of them computes save a sixth of the time; when the inference is over they would
    // only take the cores from others.
    extra: { session: { intra_op: { allow_spinning: '1' }, force_spinning_stop: '1' } },
  }) as const

/** @throws Error where the package has no binary: for Intel Macs and 32 bit machines, for example */
export async function startNative(threads: number): Promise<LoadModel> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return async (path) => modelOf(await InferenceSession.create(path, sessionOptions(threads)), Tensor)
}
