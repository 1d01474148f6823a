import type { Browser } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium'
import { MINIPROGRAM } from '../../scripts/paths'
import { type LocalApp, type LocalAppOptions, startLocalApp } from '../../scripts/start/local-app'
import { IS_SERVER, SERVER_OPTIONS } from './back-end'
import { Phone } from './phone'

/** Far more than a recognition takes: these tests are about what is seen, also on a busy machine. */
const FUNCTION_TIMEOUT_MS = 60_000

/** The project's mini program with its back end, with its logs kept out of the tests' output. */
export const startApp = (options: Partial<LocalAppOptions> = {}): Promise<LocalApp> =>
  startLocalApp({
    miniprogramDir: MINIPROGRAM,
    functionTimeoutMs: FUNCTION_TIMEOUT_MS,
    log: () => undefined,
    ...(IS_SERVER && SERVER_OPTIONS),
    ...options,
  })

/** What the tests of a block share; filled before the first of them. */
export interface World {
  browser: Browser
  app: LocalApp
  /** A phone that is closed after the test. */
  openPhone: (permissions?: string[]) => Promise<Phone>
}

type Close = () => Promise<void>

async function closeAll(closers: Close[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/**
 * Starts a browser and an app for the tests of a block. Closes whatever was started, also after a failure: what
 * goes on running would keep the tests from ending.
 */
export function useWorld(
  options: Partial<LocalAppOptions> = {},
  flags: () => Promise<string[]> | string[] = () => [],
): World {
  const running: Close[] = []
  const phones: Close[] = []
  const world = {
    async openPhone(permissions) {
      const phone = await Phone.open(world.browser, world.app.url, permissions)
      phones.push(() => phone.close())
      return phone
    },
  } as World
  beforeAll(async () => {
    world.browser = await launchChromium({ args: await flags() })
    running.push(() => world.browser.close())
    world.app = await startApp(options)
    running.push(() => world.app.close())
  })
  afterEach(() => closeAll(phones))
  afterAll(() => closeAll(running))
  return world
}
