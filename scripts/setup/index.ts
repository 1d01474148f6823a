/** `npm run setup` */
import { createInterface } from 'node:readline/promises'
import { localFile } from '../command/local'
import { processContext } from '../command/main'
import { ROOT } from '../paths'
import { run } from './run'

const { stdin, stdout } = process
const here = processContext()
const files = {
  variables: localFile(here.env) || `${ROOT}/.env.local`,
  devTools: `${ROOT}/project.private.config.json`,
}
const terminal = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : undefined
try {
  process.exitCode = await run(process.argv.slice(2), {
    ...here,
    files,
    ...(terminal && { person: { ask: (question) => terminal.question(question), tell: here.out } }),
  })
} finally {
  terminal?.close()
}
