import { createRequire } from 'node:module'
import type * as MiniProgramCi from 'miniprogram-ci'

interface Undeclared {
  /** WeChat's attributes of an ordinary project, such as size limits. */
  readonly DefaultProjectAttr: unknown
}

/** Required, because the named exports of this CommonJS package cannot be imported. */
export const ci = createRequire(import.meta.url)('miniprogram-ci') as typeof MiniProgramCi & Undeclared
