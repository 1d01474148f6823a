import { singleFlight } from '../../simulator/cloud/openapi/single-flight'
import type { BackEndConfig } from '../../miniprogram/config'
import { createEmbeddedEngine } from '../../recognition/engines/embedded'
import type { RunningServer } from '../../server'
import { type Cloud, type CloudOptions, createCloud } from '../../simulator/cloud'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server'
import { buildFunctions } from '../build/functions'
import { ROOT } from '../paths'
import { startCompanion } from './companion'
import { GENEROUS_LIMITS } from './limits'

export type LocalAppOptions = Omit<SimulatorOptions, 'cloud' | 'overrides' | 'requestOrigins'> &
  Partial<Omit<CloudOptions, 'engine' | 'functionEnvironment'>> & {
    /** Default: the cloud function. */
    readonly backEnd?: BackEndConfig['kind']
    /** Environment variables of the back end; they override the generous limits. */
    readonly environment?: Readonly<Record<string, string>>
  }

export interface LocalApp extends Simulator {
  readonly cloud: Cloud
  /** Only if it is the back end. */
  readonly server?: RunningServer
}

/** Source of a `config.ts` that names the server. */
const configFor = (url: string): string => {
  const config: BackEndConfig = { kind: 'server', url }
  return `export const BACK_END = ${JSON.stringify(config)}`
}

/** Starts the mini program in a browser, its back end and its OCR on this machine. */
export async function startLocalApp(options: LocalAppOptions): Promise<LocalApp> {
  const environment = { ...GENEROUS_LIMITS, ...options.environment }
  const running: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const end of running.splice(0).reverse()) await end()
  }
  try {
    await buildFunctions()
    // One person sends one picture at a time.
    const engine = createEmbeddedEngine({ workers: 1 })
    running.push(() => engine.close())
    const cloud = createCloud({
      functionsDir: `${ROOT}/cloudfunctions`,
      ...options,
      engine: singleFlight(engine),
      functionEnvironment: environment,
    })
    await cloud.start()
    running.push(() => cloud.close())
    const server = options.backEnd === 'server' ? await startCompanion(cloud.origin, environment) : undefined
    if (server) running.push(() => server.close())
    const simulator = await startSimulator({
      ...options,
      cloud: cloud.plugin,
      ...(server && { requestOrigins: [server.url], overrides: { 'config.ts': configFor(server.url) } }),
    })
    running.push(() => simulator.close())
    // Load the models now; a failure shows up when the first picture is read.
    engine.warm().catch(() => undefined)
    return { ...simulator, cloud, ...(server && { server }), close }
  } catch (error) {
    await close()
    throw error
  }
}
