/** `npm run bench` */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ROOT } from '../scripts/paths'
import { run } from '../scripts/run'
import { formatSection, jsonLines, type Section } from './figures'

/** By name; loaded when it is run, because its packages may not be there before. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  backend: () => import('./backend/index'),
  compress: () => import('./compress/index'),
  experience: () => import('./experience/index'),
  frames: () => import('./frames/index'),
  recognition: () => import('./recognition/index'),
}

interface Bench {
  measure(options: Readonly<Record<string, string | boolean | undefined>>): AsyncIterable<Section>
}

const HELP = `Usage: npm run bench [-- NAME...] [--json] [OPTIONS]

Measures, and prints what came of it beside what it should be. Installs its own packages into bench/ first.

  NAME    ${Object.keys(BENCHES).join(', ')}; all unless given
  --json  one line of JSON per figure: {"bench", "name", "value", "unit", "goal", "reached"},
          and per row of a table: {"bench", "table", and each column by its name}

Options of recognition; compress heeds --split and --count:

  --split    test, which is reported, unless given; dev to tune on
  --levels   some of clean,normal,hard,electronic,specimens,turned,others; all unless given. memory: 500 pictures read by ours
  --engines  some of ours,paddleocr,ocr-node,esearch-ocr,ppu-paddle-ocr; all unless given. Alone, ours also prints
             what it read wrongly
  --count    pictures of each level; 60 unless given
  --passes   what each pass of ours costs and gains, and how much was read that went to no field; nothing else

Options of frames:

  --split    test, which is reported, unless given; dev to tune on
  --count    desks that a license lies on, each shown in 30 ways; 14 unless given`

async function install(): Promise<void> {
  if (existsSync(`${ROOT}/bench/node_modules`)) return
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], `${ROOT}/bench`)
  if (status !== 0) throw new Error(`The packages of bench/ cannot be installed:\n${output}`)
}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      split: { type: 'string' },
      levels: { type: 'string' },
      passes: { type: 'boolean' },
      engines: { type: 'string' },
      count: { type: 'string' },
    },
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
    for await (const section of (await load()).measure(values)) {
      console.log(values.json ? jsonLines(bench, section).join('\n') : formatSection(section))
    }
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2))
