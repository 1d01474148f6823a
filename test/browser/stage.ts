import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core'
import type { LicenseRecord } from '../../miniprogram/services/records/license-record'
import { namespaced } from '../../miniprogram/services/platform/namespace'
import { STRINGS, type Strings } from '../../miniprogram/strings'
import { addressOf, type Look } from './look'

/** What the slowest machine may take for a step; nothing is told by it but that a step never came. */
const TIMEOUT_MS = 30_000
/** px; the whole of the largest screen lies in it, whichever way it is turned. */
const WINDOW = { width: 1100, height: 1100 }

/** A file of the phone: path in USER_DATA_PATH -> name of a bundled sample. */
export type Files = Readonly<Record<string, string>>

export interface StageOptions {
  /** Whether the person lets the browser's camera be used. */
  readonly camera?: boolean
  /** Whether what the program sends to its views is written down. */
  readonly meter?: boolean
  /** What is to happen before the mini program starts. */
  readonly prepare?: (stage: Stage) => Promise<unknown>
}

/** A phone that is brought to a state and looked at. */
export class Stage {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly look: Look,
    private readonly origin: string,
    private readonly meter: boolean,
  ) {}

  /** A new phone, on which the mini program has been started. */
  static async open(browser: Browser, origin: string, look: Look, options: StageOptions = {}): Promise<Stage> {
    const { camera = true, meter = false, prepare } = options
    const context = await browser.newContext({ viewport: WINDOW, permissions: camera ? ['camera'] : [] })
    context.setDefaultTimeout(TIMEOUT_MS)
    // What compiles scripts for Node wraps functions so, also those that are handed to the browser.
    await context.addInitScript('globalThis.__name ??= (target) => target')
    const stage = new Stage(await context.newPage(), context, look, origin, meter)
    await prepare?.(stage)
    await stage.visit()
    return stage
  }

  get texts(): Strings {
    return STRINGS[this.look.language]
  }

  get screen(): FrameLocator {
    return this.page.frameLocator('#phone')
  }

  /** The page that is open, without WeChat's bar above it. */
  get view(): Locator {
    return this.screen.locator('.phone-page:not([hidden]) .phone-view')
  }

  async frame(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector('#phone')).contentFrame()
    if (!frame) throw new Error('there is no phone on the page')
    return frame
  }

  /** Starts the mini program anew on a page; its first one where none is named. */
  async visit(route = ''): Promise<void> {
    // The same address with another hash would be no visit.
    await this.page.goto('about:blank')
    await this.page.goto(addressOf(this.origin, this.look, { route, meter: this.meter }))
    await this.view.waitFor()
  }

  /** Puts records and their pictures on the phone, as the mini program keeps them. */
  async seed(records: readonly LicenseRecord[], files: Files = {}): Promise<void> {
    const frame = await this.frame()
    const byKey = Object.fromEntries(records.map((record) => [namespaced(`license:${record.id}`), record]))
    await frame.evaluate(writeRecords, { records: byKey, files })
  }

  /** Turns the phone dark while the program runs. */
  async darken(): Promise<void> {
    const frame = await this.frame()
    await frame.evaluate(() => {
      window.postMessage({ theme: 'dark' }, location.origin)
    })
    await this.screen.locator('html[data-theme="dark"]').waitFor()
    await this.settle()
  }

  text(text: string | RegExp): Locator {
    return this.screen.getByText(text, { exact: true }).filter({ visible: true }).first()
  }

  async see(text: string | RegExp): Promise<void> {
    await this.text(text).waitFor()
  }

  async tap(text: string | RegExp): Promise<void> {
    await this.text(text).click()
  }

  /** Waits until pictures and fonts are there and nothing moves any more that comes to an end. */
  async settle(): Promise<void> {
    const frame = await this.frame()
    await frame.evaluate(settled)
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}

/** Runs in the phone. */
async function writeRecords({ records, files }: { records: Record<string, unknown>; files: Files }): Promise<void> {
  const { wx } = globalThis as unknown as { wx: WechatMiniprogram.Wx }
  for (const [path, sample] of Object.entries(files)) {
    const data = await (await fetch(`/samples/${sample}.jpg`)).arrayBuffer()
    await new Promise((success, fail) => wx.getFileSystemManager().writeFile({ filePath: path, data, success, fail }))
  }
  for (const [key, record] of Object.entries(records)) wx.setStorageSync(key, record)
}

/** Runs in the phone. */
async function settled(): Promise<void> {
  const QUIET_MS = 250
  await document.fonts.ready
  const pictures = [...document.querySelectorAll('img')].filter(({ src }) => src !== '')
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
  const ends = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    .map(({ finished }) => finished.catch(() => undefined))
  await Promise.all(ends)
  await new Promise((done) => setTimeout(done, QUIET_MS))
}
