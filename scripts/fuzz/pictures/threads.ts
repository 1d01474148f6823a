import type { Worker } from 'node:worker_threads'

/** After this time the engine itself ends the thread of a slow picture. */
export const MAX_READ_MS = 7_900

/** Watches this process's worker threads. Call it before the first one starts. */
export function watchThreads() {
  let ended = 0
  let endings = 0
  let cause: Error | undefined
  process.on('worker', (worker: Worker) => {
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => (ended += 1))
  })
  return {
    /** What went wrong with the threads while a picture was read in `ms`. */
    problem(ms: number): string | undefined {
      const crash = cause
      cause = undefined
      if (crash) return `a thread crashed: ${crash.stack ?? crash.message}`
      if (ms >= MAX_READ_MS) {
        endings++
        return undefined
      }
      if (ended <= endings) return undefined
      endings = ended
      return 'a thread ended by itself'
    },
  }
}
