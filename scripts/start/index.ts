/** `npm start` */
import { once } from 'node:events'
import getPort from 'get-port'
import { formatReport } from '../../simulator/server'
import { main } from '../command/main'
import { MINIPROGRAM } from '../paths'
import { START, DEFAULT_PORT } from './options'
import { startLocalApp } from './local-app'

await main(START, async ({ values }, { out }) => {
  const port = values.port ?? (await getPort({ port: DEFAULT_PORT, host: '127.0.0.1' }))
  const { backend: backEnd, miniprogram: miniprogramDir = MINIPROGRAM } = values
  const app = await startLocalApp({ port, backEnd, miniprogramDir, watch: true })
  const missing = formatReport(app.report)
  if (missing !== '') out(`${missing}\n`)
  if (app.server) out(`Companion server 自建服务器:  ${app.server.url}/docs\n`)
  out(`\nVehicle license scanner 行驶证扫描:  ${app.url}\nCtrl+C stops it.\n`)

  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await app.close().catch(() => undefined)
  return 0
})
process.exit()
