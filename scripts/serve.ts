/** `npm run serve` */
import { startServer } from '../server'
import { runService } from './service'

await runService({
  name: 'serve',
  about: `The companion server: recognitions over HTTP, for mini programs and WeChat clients of your own. It is set up by
environment variables; its API is described at /docs.`,
  start: startServer,
})
