/** `npm run worker` */
import { createLog } from '../server/log'
import { startWorker } from '../server/worker'
import { runService } from './service'

await runService({
  name: 'worker',
  about: `Recognizes the pictures of batches from companion servers (POST /batches). Any number of workers, on any machines, share
the work through REDIS_URL and take over from dead ones. A worker is configured by the server's environment variables:`,
  start: (config) => startWorker(config, createLog(config.logLevel)),
})
