/** `npm run recognize` */
import { processContext } from './command/main'
import { createBar } from './recognize/bar'
import { run } from './recognize/run'

const { stdout, stderr } = process

process.exitCode = await run(process.argv.slice(2), {
  ...processContext(),
  ...(stderr.isTTY && { bar: createBar(stderr), barSharesOutput: stdout.isTTY }),
})
