/** `npm run recognize` */
import { surroundingsHere } from './command/main'
import { createBar } from './recognize/bar'
import { run } from './recognize/run'

const { stdout, stderr } = process

process.exitCode = await run(process.argv.slice(2), {
  ...surroundingsHere(),
  ...(stderr.isTTY && { bar: createBar(stderr), barIsInTheWay: stdout.isTTY }),
})
