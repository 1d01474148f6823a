/** `npm run preview`, `npm run upload`: thin over miniprogram-ci. */
import { checkAll } from './check/index'
import { help, parsePublishArguments } from './miniprogram/arguments'
import { explainFailure } from './miniprogram/failures'

async function publish(command: 'preview' | 'upload', argv: readonly string[]): Promise<number> {
  const parsed = parsePublishArguments(argv, process.env)
  if (parsed.kind === 'help') {
    console.log(help(command))
    return 0
  }
  if (parsed.kind === 'missing') {
    console.error(`${parsed.problems.map((problem) => `- ${problem}`).join('\n')}\n\n${help(command)}`)
    return 1
  }
  if (!(await checkAll())) return 1
  try {
    const { handOver } = await import('./miniprogram/hand-over')
    console.log(await handOver(command, parsed.arguments))
    return 0
  } catch (error) {
    console.error(explainFailure(error))
    return 1
  }
}

const [command, ...argv] = process.argv.slice(2)
// miniprogram-ci keeps the process alive.
process.exit(await publish(command === 'upload' ? 'upload' : 'preview', argv))
