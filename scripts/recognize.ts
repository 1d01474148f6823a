import { createBar } from './recognize/bar'
import { run } from './recognize/run'

const { stdout, stderr } = process

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
  ...(stderr.isTTY && { bar: createBar(stderr), barIsInTheWay: stdout.isTTY }),
})
