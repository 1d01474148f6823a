/** `npm start` */
import getPort from 'get-port'
import { formatReport } from '../simulator/server'
import { HELP, parseStartArguments, USUAL_PORT } from './start/arguments'
import { startOnLaptop } from './start/compose'

async function start(argv: readonly string[]): Promise<void> {
  const parsed = parseStartArguments(argv)
  if (parsed === 'help') {
    console.log(HELP)
    return
  }
  const port = parsed.port ?? (await getPort({ port: USUAL_PORT, host: '127.0.0.1' }))
  const laptop = await startOnLaptop({ ...parsed, port, watch: true })
  const missing = formatReport(laptop.report)
  if (missing !== '') console.log(missing)
  if (laptop.server) console.log(`Companion server 自建服务器:  ${laptop.server.url}/docs`)
  console.log(`\nVehicle license scanner 行驶证扫描:  ${laptop.url}\nCtrl+C stops it.`)

  const stop = () => {
    void laptop.close().finally(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  await start(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
