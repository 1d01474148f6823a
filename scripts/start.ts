/** `npm start` */
import { formatReport } from '../simulator/server'
import { HELP, parseStartArguments } from './start/arguments'
import { startOnLaptop } from './start/compose'

async function start(argv: readonly string[]): Promise<void> {
  const parsed = parseStartArguments(argv)
  if (parsed === 'help') {
    console.log(HELP)
    return
  }
  const laptop = await startOnLaptop({ ...parsed, watch: true })
  const missing = formatReport(laptop.report)
  if (missing !== '') console.log(missing)
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
