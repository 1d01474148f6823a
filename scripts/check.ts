/** `npm run check`: everything that can be known without running the program. */
import { parseArgs } from 'node:util'
import { checkAll, CHECKS } from './check/index'

const HELP = `Usage: npm run check [-- NAME...]

Checks: ${CHECKS.map(({ name }) => name).join(', ')}. All of them without a name. Exits with 1 if one fails.`

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
const unknown = positionals.filter((name) => !CHECKS.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}\n\n${HELP}`)
  process.exitCode = 2
} else if (values.help) {
  console.log(HELP)
} else {
  const chosen = CHECKS.filter((check) => positionals.length === 0 || positionals.includes(check.name))
  process.exitCode = (await checkAll(chosen)) ? 0 : 1
}
