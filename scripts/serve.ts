/** `npm run serve` */
import closeWithGrace from 'close-with-grace'
import { startServer } from '../server'
import { ConfigError, readConfig } from '../server/config'
import { describeVariables } from '../server/config/describe'

const HELP = `Usage: npm run serve [-- --help]

The companion server: recognitions over HTTP, for mini programs and WeChat clients of your own. It is set up by
environment variables; its API is described at /docs.

${describeVariables()}`

/** ms beyond what a request may take, to answer it and to end */
const GRACE_MS = 5_000

async function serve(argv: readonly string[]): Promise<number | undefined> {
  if (argv.includes('--help')) {
    console.log(HELP)
    return 0
  }
  try {
    const config = readConfig(process.env)
    const server = await startServer(config)
    closeWithGrace({ delay: config.requestBudgetMs + GRACE_MS }, () => server.close())
    return undefined
  } catch (error) {
    const isOperators = error instanceof ConfigError
    console.error(isOperators ? `${error.message}\n\nnpm run serve -- --help says what each is for.` : String(error))
    return 1
  }
}

const status = await serve(process.argv.slice(2))
if (status !== undefined) process.exit(status)
