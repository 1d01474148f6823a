import closeWithGrace from 'close-with-grace'
import { type Config, ConfigError, readConfig } from '../server/config'
import { describeVariables } from '../server/config/describe'
import { defineCommand } from './command/command'
import { main } from './command/main'

export interface Service {
  /** Its script in package.json. */
  readonly name: string
  /** What it is, for `--help`; what it is set up by follows. */
  readonly about: string
  start(config: Config): Promise<{ close(): Promise<void> }>
}

/** ms beyond what a recognition may take, to answer it and to end */
const GRACE_MS = 5_000

/** Runs a service as a command, until it is told to end; then it finishes what it is at. */
export async function runService(service: Service): Promise<void> {
  const { name, about } = service
  const command = defineCommand({ name: `npm run ${name}`, about, options: {}, notes: describeVariables() })
  await main(command, async (_, { env, error: complain }) => {
    try {
      const config = readConfig(env)
      const running = await service.start(config)
      closeWithGrace({ delay: config.requestBudgetMs + GRACE_MS }, () => running.close())
      // It ends the process.
      return await new Promise<never>(() => undefined)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      complain(`${error.message}\n\nnpm run ${name} -- --help says what each is for.\n`)
      return 1
    }
  })
  process.exit()
}
