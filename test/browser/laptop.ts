import { MINIPROGRAM } from '../../scripts/paths'
import { type Laptop, type LaptopOptions, startOnLaptop } from '../../scripts/start/compose'

/** Far more than a recognition takes: these tests are about what is seen, also on a busy machine. */
const FUNCTION_TIMEOUT_MS = 60_000

export type { Laptop }

/** The project's mini program on a laptop, with its logs kept out of the tests' output. */
export const startLaptop = (options: Partial<LaptopOptions> = {}): Promise<Laptop> =>
  startOnLaptop({
    miniprogramDir: MINIPROGRAM,
    functionTimeoutMs: FUNCTION_TIMEOUT_MS,
    log: () => undefined,
    ...options,
  })
