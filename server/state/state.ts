import type { TokenStore } from '../../recognition/engines/https/tokens/store'
import type { Answers } from '../../recognition/idempotency/answers'
import type { Counters } from '../../recognition/limits/counters'

/** State that all processes of a service share. */
export interface State {
  readonly counters: Counters
  readonly answers: Answers
  readonly tokenStore: TokenStore
  /** Whether it is available now. Never rejects. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}
