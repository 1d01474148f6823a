import type { TokenStore } from '../../recognition/engines/https/tokens/store'
import type { Answers } from '../../recognition/idempotency/answers'
import type { Counters } from '../../recognition/limits/counters'

/** What all processes of one service hold in common. */
export interface State {
  readonly counters: Counters
  readonly answers: Answers
  readonly tokenStore: TokenStore
  /** Whether it can be read and written now. Never rejects. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}
