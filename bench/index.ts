/** `npm run bench` */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ROOT } from '../scripts/paths'
import { run } from '../scripts/run'
import { type Figure, formatFigures } from './figures'

/** By name; loaded when it is run, because its packages may not be there before. */
const BENCHES: Readonly<Record<string, () => Promise<{ measure: () => AsyncIterable<readonly Figure[]> }>>> = {
  backend: () => import('./backend/index'),
}

const HELP = `Usage: npm run bench [-- NAME...] [--json]

Measures, and prints what came of it beside what it should be. Installs its own packages into bench/ first.

  NAME    ${Object.keys(BENCHES).join(', ')}; all unless given
  --json  one line of JSON per figure: {"bench", "name", "value", "unit", "goal", "reached"}`

async function install(): Promise<void> {
  if (existsSync(`${ROOT}/bench/node_modules`)) return
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], `${ROOT}/bench`)
  if (status !== 0) throw new Error(`The packages of bench/ cannot be installed:\n${output}`)
}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter((name) => !(name in BENCHES))
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `No such benchmark: ${unknown.join(', ')}\n\n${HELP}` : HELP)
    return unknown.length > 0 ? 2 : 0
  }
  await install()
  for (const [bench, load] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(bench)) continue
    if (!values.json) console.log(`\n${bench}`)
    for await (const figures of (await load()).measure()) {
      const lines = values.json
        ? figures.map((figure) => JSON.stringify({ bench, ...figure }))
        : [formatFigures(figures)]
      console.log(lines.join('\n'))
    }
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2))
