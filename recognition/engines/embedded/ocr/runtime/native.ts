import { modelOf } from './model'
import type { LoadModel } from './runtime'

/** @param threads per inference */
export const sessionOptions = (threads: number) =>
  ({
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // It keeps a memory plan for every input size, so memory would grow with each picture.
    enableMemPattern: false,
    // The arena keeps the memory of the largest picture, fragmented.
    enableCpuMemArena: false,
    // Spinning saves a sixth of the time during an inference, and wastes cores after it.
    extra: { session: { intra_op: { allow_spinning: '1' }, force_spinning_stop: '1' } },
  }) as const

/** @throws Error if the package has no binary for this machine, such as Intel Macs and 32-bit systems */
export async function startNative(threads: number): Promise<LoadModel> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return async (path) => modelOf(await InferenceSession.create(path, sessionOptions(threads)), Tensor)
}
