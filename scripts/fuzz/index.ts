/** `npm run fuzz` */
import { run } from './run'

const { stdout, stderr } = process

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
})
