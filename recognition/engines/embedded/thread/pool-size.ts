import { availableParallelism, totalmem } from 'node:os'

/** How many threads read, and how many cores one inference of theirs may use. */
export interface PoolSize {
  readonly workers: number
  readonly threads: number
}

const MAX_WORKERS = 4
/** More cores make one picture hardly faster. */
const MAX_THREADS = 4
/** What the rest of the process and of the machine needs. */
const OTHERS_BYTES = 400 * 2 ** 20
/** The models of a thread with what they compute on, and its pixels, after many pictures. */
const WORKER_BYTES = 500 * 2 ** 20

/** Unless told how many workers: one for each two cores, as far as the memory goes. */
export function poolSize(cores: number, memoryBytes: number, wanted?: number): PoolSize {
  const fitting = Math.floor((memoryBytes - OTHERS_BYTES) / WORKER_BYTES)
  const workers = wanted ?? Math.max(1, Math.min(MAX_WORKERS, Math.floor(cores / 2), fitting))
  if (workers === 1) return { workers, threads: Math.min(2, cores) }
  return { workers, threads: Math.max(1, Math.min(MAX_THREADS, Math.floor(cores / workers))) }
}

/** bytes that this process may use: the machine's, or its container's where that has less */
function usableBytes(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

/** The size for this machine. */
export const defaultPoolSize = (wanted?: number): PoolSize => poolSize(availableParallelism(), usableBytes(), wanted)
