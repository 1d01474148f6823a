/** `npm run pack:scanner`: the scanner as a folder for other mini programs. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packScanner } from './pack-scanner/pack'
import { ROOT } from './paths'

const HELP = `Usage: npm run pack:scanner [-- --out DIR]

Writes the scanner for other mini programs: DIR/scanner/ is the folder to copy, DIR itself is an npm package of it, and
DIR/README.md says how either is used. DIR is dist/scanner unless given.`

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

try {
  const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) console.log(HELP)
  else {
    const out = resolve(values.out ?? `${ROOT}/dist/scanner`)
    const { files, main, subpackage } = await packScanner(out)
    console.log(`${out}: ${files} files, main package ${kilobytes(main)}, subpackage ${kilobytes(subpackage)}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
