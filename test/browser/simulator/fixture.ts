import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { launchChromium } from '../../../scripts/chromium'
import { type Simulator, startSimulator } from '../../../simulator/server'

const PHONE = { viewport: { width: 375, height: 812 } }
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
/** Long enough for a step on a slow machine. */
const TIMEOUT_MS = 60_000

/** A stub of the simulated cloud with one function and no storage. */
const cloud: FastifyPluginAsync = (server) => {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body)
  })
  server.put('/files/*', (request) => ({ fileID: `cloud://test/${(request.params as { '*': string })['*']}` }))
  server.post('/functions/echo', (request) => ({ result: { echo: request.body }, requestID: '1' }))
  return Promise.resolve()
}

/** The fixture program in a browser, with a new context and page per test. */
export class Fixture {
  browser!: Browser
  simulator!: Simulator
  context!: BrowserContext
  page!: Page

  readonly open = (route = ''): Promise<unknown> =>
    this.page.goto(`${this.simulator.url}/app/${route && `#/pages/${route}/index`}`)
  readonly visible = (selector: string): Locator => this.page.locator(`.phone-page:not([hidden]) ${selector}`)
  readonly tap = (text: string): Promise<void> => this.visible(`:text-is("${text}")`).first().click()
  readonly expectText = (selector: string, text: string | RegExp): Promise<void> =>
    this.visible(selector).filter({ hasText: text }).first().waitFor()
  /** The lines of the error badge's list. */
  readonly errors = (): Locator => this.page.locator('.phone-error')
  readonly seeError = (text: string): Promise<void> =>
    this.errors().filter({ hasText: text }).waitFor({ state: 'attached' })
}

/**
 * Starts the fixture program or another one for the tests of a file.
 *
 * @param requestOrigins origins that it may call
 */
export function useFixture(
  requestOrigins: () => string[] = () => [],
  miniprogramDir = join(__dirname, '../../simulator/fixture'),
): Fixture {
  const fixture = new Fixture()
  beforeAll(async () => {
    // The browser first: if it fails to start, no open server keeps Jest from exiting.
    fixture.browser = await launchChromium({ args: FAKE_CAMERA })
    fixture.simulator = await startSimulator({
      miniprogramDir,
      cloud,
      requestOrigins: requestOrigins(),
    })
  })
  afterAll(async () => {
    await fixture.browser.close()
    await fixture.simulator.close()
  })
  beforeEach(async () => {
    fixture.context = await fixture.browser.newContext(PHONE)
    fixture.page = await fixture.context.newPage()
    fixture.page.setDefaultTimeout(TIMEOUT_MS)
  })
  afterEach(async () => {
    await fixture.context.close()
  })
  return fixture
}
