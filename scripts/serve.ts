/** `npm run serve` */
import { startServer } from '../server'
import { runService } from './service'

await runService({
  name: 'serve',
  about: `The companion server: recognition over HTTP, for your own mini programs and WeChat clients. It is configured by
environment variables and documents its API at /docs.`,
  start: startServer,
})
