import { createApp } from './app'
import type { Config } from './config'
import { createLog } from './log'
import { startOperations } from './operations'
import type { OpenapiDocument } from './plugins/docs'
import { createServices, type Overrides } from './services'

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  /** Where metrics and API docs are, if they have their own address. */
  readonly operationsUrl?: string
  /** Finishes running requests, and takes no new ones. */
  close(): Promise<void>
}

/** Starts the companion server. */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  if (config.sessionSecretIsRandom) {
    log.warn('SESSION_SECRET is not set: sessions end with this process')
  }
  const services = createServices(config, log, overrides)
  const closers = [() => services.close()]
  const close = async (): Promise<void> => {
    for (let closeLast = closers.pop(); closeLast; closeLast = closers.pop()) await closeLast()
  }
  try {
    const app = await createApp(services)
    closers.push(() => app.close())
    const url = await app.listen({ host: config.host, port: config.port })
    const operations = await startOperations(services, () => ({
      ...(app.swagger() as OpenapiDocument),
      servers: [{ url }],
    }))
    if (operations) closers.push(() => operations.close())
    return { url, ...(operations && { operationsUrl: operations.url }), close }
  } catch (error) {
    await close()
    throw error
  }
}
