/** `npm run worker` */
import { createLog } from '../server/log'
import { startWorker } from '../server/worker'
import { runService } from './service'

await runService({
  name: 'worker',
  about: `Reads the pictures of batches that companion servers took in (POST /batches). Any number of workers on any number of
machines share the work over REDIS_URL; what one that dies was at, another takes over. A worker is set up by the same
environment variables as the server:`,
  start: (config) => startWorker(config, createLog(config.logLevel)),
})
