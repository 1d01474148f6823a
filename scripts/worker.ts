/** `npm run worker` */
import closeWithGrace from 'close-with-grace'
import { ConfigError, readConfig } from '../server/config'
import { describeVariables } from '../server/config/describe'
import { createLog } from '../server/log'
import { startWorker } from '../server/worker'

const HELP = `Usage: npm run worker [-- --help]

Reads the pictures of batches that companion servers took in (POST /batches). Any number of workers on any number of
machines share the work over REDIS_URL; what one that dies was at, another takes over. A worker is set up by the same
environment variables as the server:

${describeVariables()}`

/** ms beyond what a recognition may take, to keep its answer and to end */
const GRACE_MS = 5_000

async function work(argv: readonly string[]): Promise<number | undefined> {
  if (argv.includes('--help')) {
    console.log(HELP)
    return 0
  }
  try {
    const config = readConfig(process.env)
    const worker = await startWorker(config, createLog(config.logLevel))
    closeWithGrace({ delay: config.requestBudgetMs + GRACE_MS }, () => worker.close())
    return undefined
  } catch (error) {
    const isOperators = error instanceof ConfigError
    console.error(isOperators ? `${error.message}\n\nnpm run worker -- --help says what each is for.` : String(error))
    return 1
  }
}

const status = await work(process.argv.slice(2))
if (status !== undefined) process.exit(status)
