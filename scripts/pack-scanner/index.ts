/** `npm run pack:scanner` */
import { resolve } from 'node:path'
import { defineCommand } from '../command/command'
import { text } from '../command/kinds'
import { main } from '../command/main'
import { option } from '../command/options'
import { packScanner } from './pack'
import { ROOT } from '../paths'

const PACK_SCANNER = defineCommand({
  name: 'npm run pack:scanner',
  about: `Packs the scanner for other mini programs: DIR/scanner/ is the folder to copy, DIR itself is an npm package, and
DIR/README.md explains both.`,
  options: { out: option(text('DIR'), 'output folder', { default: 'dist/scanner' }) },
})

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

await main(PACK_SCANNER, async ({ values }, { out: print }) => {
  const out = resolve(ROOT, values.out)
  const { files, main, subpackage } = await packScanner(out)
  print(`${out}: ${files} files, main package ${kilobytes(main)}, subpackage ${kilobytes(subpackage)}\n`)
  return 0
})
