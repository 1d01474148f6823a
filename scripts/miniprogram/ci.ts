import { createRequire } from 'node:module'
import type * as MiniProgramCi from 'miniprogram-ci'

interface Undeclared {
  /** What WeChat says of a project that it knows nothing special of: size limits and the like. */
  readonly DefaultProjectAttr: unknown
}

/** CommonJS whose exports cannot be imported by name, with one that its types leave out. */
export const ci = createRequire(import.meta.url)('miniprogram-ci') as typeof MiniProgramCi & Undeclared
