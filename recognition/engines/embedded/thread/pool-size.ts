import { availableParallelism, totalmem } from 'node:os'

export interface PoolSize {
  /** Threads that read pictures. */
  readonly workers: number
  /** Cores per inference. */
  readonly threads: number
}

const MAX_WORKERS = 4
/** More cores hardly speed up one picture. */
const MAX_THREADS = 4
/** For the rest of the process and the machine. */
const RESERVED_BYTES = 400 * 2 ** 20
/** Models, activations and pixels of a thread after many pictures. */
const WORKER_BYTES = 500 * 2 ** 20

/** @param wanted workers, by default one per two cores as far as memory allows */
export function poolSize(cores: number, memoryBytes: number, wanted?: number): PoolSize {
  const fitting = Math.floor((memoryBytes - RESERVED_BYTES) / WORKER_BYTES)
  const workers = wanted ?? Math.max(1, Math.min(MAX_WORKERS, Math.floor(cores / 2), fitting))
  if (workers === 1) return { workers, threads: Math.min(2, cores) }
  return { workers, threads: Math.max(1, Math.min(MAX_THREADS, Math.floor(cores / workers))) }
}

/** The machine's memory, or its container's limit. */
function usableBytes(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

export const defaultPoolSize = (wanted?: number): PoolSize => poolSize(availableParallelism(), usableBytes(), wanted)
