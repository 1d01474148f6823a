import { createMemoryTokenStore } from '../../recognition/engines/https/tokens/memory-store'
import { createMemoryAnswers } from '../../recognition/idempotency/memory-answers'
import { createMemoryCounters } from '../../recognition/limits/memory-counters'
import type { State } from './state'

/** State of this process. */
export const createMemoryState = (): State => ({
  counters: createMemoryCounters(),
  answers: createMemoryAnswers(),
  tokenStore: createMemoryTokenStore(),
  isReady: () => Promise.resolve(true),
  close: () => Promise.resolve(),
})
