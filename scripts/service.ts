import closeWithGrace from 'close-with-grace'
import { type Config, ConfigError, readConfig } from '../server/config'
import { describeVariables } from '../server/config/describe'
import { defineCommand } from './command/command'
import { main } from './command/main'

interface Service {
  /** Name of its npm script. */
  readonly name: string
  /** For `--help`; the environment variables follow. */
  readonly about: string
  start(config: Config): Promise<{ close(): Promise<void> }>
}

/** Added to the request budget at shutdown. */
const GRACE_MS = 5_000

/** Runs a service as a command until a signal stops it; running requests finish first. */
export async function runService(service: Service): Promise<void> {
  const { name, about } = service
  const command = defineCommand({ name: `npm run ${name}`, about, options: {}, notes: describeVariables() })
  await main(command, async (_, { env, error: complain }) => {
    try {
      const config = readConfig(env)
      const running = await service.start(config)
      closeWithGrace({ delay: config.requestBudgetMs + GRACE_MS }, () => running.close())
      // closeWithGrace ends the process.
      return await new Promise<never>(() => undefined)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      complain(`${error.message}\n\nnpm run ${name} -- --help explains each variable.\n`)
      return 1
    }
  })
  process.exit()
}
