/** `npm run bench` */
import { existsSync } from 'node:fs'
import { main } from '../scripts/command/main'
import { ROOT } from '../scripts/paths'
import { run } from '../scripts/process/run'
import { formatSection, jsonLines, type Section } from './figures'
import { BENCH, type BenchName, BENCHES, type Options } from './options'

interface Bench {
  measure(options: Options): AsyncIterable<Section>
}

/** Loaded after `install`, because the packages may be missing. */
const LOADED: Readonly<Record<BenchName, () => Promise<Bench>>> = {
  backend: () => import('./backend/index'),
  compress: () => import('./compress/index'),
  experience: () => import('./experience/index'),
  frames: () => import('./frames/index'),
  recognition: () => import('./recognition/index'),
}

async function install(): Promise<void> {
  if (existsSync(`${ROOT}/bench/node_modules`)) return
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], `${ROOT}/bench`)
  if (status !== 0) throw new Error(`Could not install the packages of bench/:\n${output}`)
}

await main(BENCH, async ({ operands, values }, { out }) => {
  await install()
  for (const name of BENCHES) {
    if (operands.length > 0 && !operands.includes(name)) continue
    if (!values.json) out(`\n${name}\n`)
    const bench = await LOADED[name]()
    for await (const section of bench.measure(values)) {
      out(`${values.json ? jsonLines(name, section).join('\n') : formatSection(section)}\n`)
    }
  }
  return 0
})
