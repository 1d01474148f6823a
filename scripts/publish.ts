/** `npm run preview`, `npm run upload`: thin over miniprogram-ci. */
import { checkAll } from './check/index'
import { type Command, help, parsePublishArguments } from './miniprogram/arguments'
import { runScript } from './tsx'

async function publish(command: Command, argv: readonly string[]): Promise<number> {
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
  const { status, output } = await runScript('scripts/miniprogram/hand-over.ts', [
    command,
    JSON.stringify(parsed.arguments),
  ])
  console.log(output.trim())
  return status
}

const [command, ...argv] = process.argv.slice(2)
process.exitCode = await publish(command === 'upload' ? 'upload' : 'preview', argv)
