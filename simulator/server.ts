import { deviceFrameRoutes } from './routes/device-frame'
import fastify, { type FastifyPluginAsync } from 'fastify'
import type { Overrides } from './build/bundle'
import { type BuildReport, formatReport } from './build/report'
import { ProgramBuild } from './program-build'
import { appRoutes } from './routes/app'
import { eventRoutes } from './routes/events'
import { fontRoutes } from './routes/fonts'
import { networkRoutes } from './routes/network'
import { sampleRoutes } from './routes/samples'

export interface SimulatorOptions {
  /** A folder with app.json, or a project whose project.config.json names one. */
  miniprogramDir: string
  /** 0 (the default) for any free port. */
  port?: number
  /** Loopback by default, because there is no authentication. */
  host?: string
  /** The simulated cloud, served below `/cloud`. Without it `wx.cloud` fails as if offline. */
  cloud?: FastifyPluginAsync
  /** Origins that the program may call, like the domains declared in WeChat's console. */
  requestOrigins?: readonly string[]
  overrides?: Overrides
  /** Folder of the album's pictures (`*.jpg`). */
  samplesDir?: string
  /** Rebuilds and reloads when the program's files change. */
  watch?: boolean
}

export interface Simulator {
  url: string
  /** The program's pages, in the order of app.json. */
  pages: readonly string[]
  report: BuildReport
  close: () => Promise<void>
}

export { type BuildReport, formatReport }

/**
 * Builds a mini program and serves it to browsers.
 *
 * @throws Error naming the file if the program cannot be built, or the port if it is taken
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { miniprogramDir, port = 0, host = '127.0.0.1', cloud, samplesDir, watch = false } = options
  const { requestOrigins = [], overrides = {} } = options
  const program = await ProgramBuild.start({ folder: miniprogramDir, overrides, watch })
  const server = fastify({ forceCloseConnections: true })
  await server.register(deviceFrameRoutes)
  await server.register(appRoutes, { prefix: '/app', program })
  await server.register(fontRoutes, { prefix: '/fonts' })
  await server.register(sampleRoutes, { prefix: '/samples', ...(samplesDir !== undefined && { folder: samplesDir }) })
  await server.register(eventRoutes, { program })
  await server.register(networkRoutes, { prefix: '/network', origins: requestOrigins })
  if (cloud) await server.register(cloud, { prefix: '/cloud' })
  const url = await server.listen({ port, host })
  return {
    url,
    pages: program.current.pages,
    report: program.current.report,
    close: async () => {
      program.close()
      await server.close()
    },
  }
}
