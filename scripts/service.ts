import closeWithGrace from 'close-with-grace'
import { type Config, ConfigError, readConfig } from '../server/config'
import { describeVariables } from '../server/config/describe'

export interface Service {
  /** Its script in package.json. */
  readonly name: string
  /** What it is, for `--help`; what it is set up by follows. */
  readonly about: string
  start(config: Config): Promise<{ close(): Promise<void> }>
}

/** ms beyond what a recognition may take, to answer it and to end */
const GRACE_MS = 5_000

async function start(service: Service, argv: readonly string[]): Promise<number | undefined> {
  const { name, about } = service
  if (argv.includes('--help')) {
    console.log(`Usage: npm run ${name} [-- --help]\n\n${about}\n\n${describeVariables()}`)
    return 0
  }
  try {
    const config = readConfig(process.env)
    const running = await service.start(config)
    closeWithGrace({ delay: config.requestBudgetMs + GRACE_MS }, () => running.close())
    return undefined
  } catch (error) {
    const isOperators = error instanceof ConfigError
    console.error(isOperators ? `${error.message}\n\nnpm run ${name} -- --help says what each is for.` : String(error))
    return 1
  }
}

/** Runs a service as a command, until it is told to end; then it finishes what it is at. */
export async function runService(service: Service): Promise<void> {
  const status = await start(service, process.argv.slice(2))
  if (status !== undefined) process.exit(status)
}
