import { createEmbeddedEngine } from '../../recognition/engines/embedded'
import { type Cloud, type CloudOptions, createCloud } from '../../simulator/cloud'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server'
import { buildFunctions } from '../build/functions'
import { ROOT } from '../paths'

export type LaptopOptions = Omit<SimulatorOptions, 'cloud'> & Partial<CloudOptions>

export interface Laptop extends Simulator {
  readonly cloud: Cloud
}

/** The mini program in a browser, its cloud and its OCR, all on this machine. */
export async function startOnLaptop(options: LaptopOptions): Promise<Laptop> {
  await buildFunctions()
  const embedded = options.engine ? undefined : createEmbeddedEngine()
  const engine = options.engine ?? embedded
  if (!engine) throw new Error('no engine')
  const cloud = createCloud({ functionsDir: `${ROOT}/cloudfunctions`, ...options, engine })
  await cloud.start()
  try {
    const simulator = await startSimulator({ ...options, cloud: cloud.plugin })
    // The first picture should not wait for the models; a failure shows when it is read.
    embedded?.warm().catch(() => undefined)
    return {
      ...simulator,
      cloud,
      async close() {
        await simulator.close()
        await cloud.close()
        await embedded?.close()
      },
    }
  } catch (error) {
    await cloud.close()
    await embedded?.close()
    throw error
  }
}
