import { createApp } from './app'
import type { Config } from './config'
import { createLog } from './log'
import { createServices, type Overrides } from './services'

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  /** Takes no new requests, finishes those that run, and ends. */
  close(): Promise<void>
}

/** Starts the companion server. */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  if (config.sessionSecretIsRandom) {
    log.warn('SESSION_SECRET is not set: sessions end with this process')
  }
  const services = createServices(config, log, overrides)
  try {
    const app = await createApp(services)
    const url = await app.listen({ host: config.host, port: config.port })
    return {
      url,
      async close() {
        await app.close()
        await services.close()
      },
    }
  } catch (error) {
    await services.close()
    throw error
  }
}
