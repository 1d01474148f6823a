/** `npm start` */
import { once } from 'node:events'
import getPort from 'get-port'
import { formatReport } from '../../simulator/server'
import { main } from '../command/main'
import { MINIPROGRAM } from '../paths'
import { START, USUAL_PORT } from './options'
import { startOnLaptop } from './local-app'

await main(START, async ({ values }, { out }) => {
  const port = values.port ?? (await getPort({ port: USUAL_PORT, host: '127.0.0.1' }))
  const { backend: backEnd, miniprogram: miniprogramDir = MINIPROGRAM } = values
  const laptop = await startOnLaptop({ port, backEnd, miniprogramDir, watch: true })
  const missing = formatReport(laptop.report)
  if (missing !== '') out(`${missing}\n`)
  if (laptop.server) out(`Companion server 自建服务器:  ${laptop.server.url}/docs\n`)
  out(`\nVehicle license scanner 行驶证扫描:  ${laptop.url}\nCtrl+C stops it.\n`)

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await laptop.close().catch(() => undefined)
  return 0
})
process.exit()
