import type { Browser } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium'
import { MINIPROGRAM } from '../../scripts/paths'
import { type LocalApp, startLocalApp } from '../../scripts/start/local-app'
import { Films, playing, see } from './film'
import type { Look } from './look'
import { Stage, type StageOptions } from './stage'
import type { State } from './states'

/** Far more than a recognition takes, also on a busy machine. */
const FUNCTION_TIMEOUT_MS = 60_000

/** A browser whose camera sees a table, and an app: where states are brought about. */
export class Staging {
  private constructor(
    private readonly browser: Browser,
    private readonly app: LocalApp,
    private readonly films: Films,
  ) {}

  /** @param samplesDir folder of the album's pictures; the simulator's samples unless given. */
  static async start(samplesDir?: string): Promise<Staging> {
    const films = new Films()
    const browser = await launchChromium({ args: playing(await films.make('table', [[await see(), 1]])) })
    try {
      return new Staging(
        browser,
        await startLocalApp({
          miniprogramDir: MINIPROGRAM,
          functionTimeoutMs: FUNCTION_TIMEOUT_MS,
          log: () => undefined,
          ...(samplesDir !== undefined && { samplesDir }),
        }),
        films,
      )
    } catch (error) {
      await browser.close()
      throw error
    }
  }

  /** Brings a new phone to a state, and hands it over until `use` is done. */
  async with<T>(state: State, look: Look, use: (stage: Stage) => Promise<T>, options: StageOptions = {}): Promise<T> {
    const reach = async (stage: Stage): Promise<T> => {
      await state.open(stage)
      await stage.settle()
      return use(stage)
    }
    return this.open(look, reach, { camera: state.camera ?? true, ...options })
  }

  /** A new phone on the first page, until `use` is done. */
  async open<T>(look: Look, use: (stage: Stage) => Promise<T>, options: StageOptions = {}): Promise<T> {
    const stage = await Stage.open(this.browser, this.app.url, look, options)
    try {
      return await use(stage)
    } finally {
      await stage.close()
    }
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.app.close()
    this.films.close()
  }
}
