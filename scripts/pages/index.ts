/** `npm run pages` */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startSimulator } from '../../simulator/server'
import { launchChromium } from '../chromium'
import { HELP, type Options, readOptions, UsageError } from './options'
import { type Visit, visit } from './visit'

const lineOf = ({ page, rendered, errors }: Visit): string =>
  [`${rendered ? 'shown' : 'EMPTY'}  ${errors.length > 0 ? 'red' : '   '}  ${page}`, ...errors]
    .map((text) => text.replaceAll('\n', ' '))
    .join('\n              ')

/** @returns whether every page is shown and reports no error. */
async function run({ miniprogramDir, only, out, json }: Options): Promise<boolean> {
  if (out !== undefined) await mkdir(out, { recursive: true })
  const browser = await launchChromium()
  try {
    const simulator = await startSimulator({ miniprogramDir })
    try {
      const pages = simulator.pages.filter((page) => only.length === 0 || only.some((start) => page.startsWith(start)))
      const visits: Visit[] = []
      for (const page of pages) {
        const picture = out === undefined ? undefined : join(out, `${page.replaceAll('/', '.')}.png`)
        const seen = await visit(browser, simulator.url, page, picture)
        visits.push(seen)
        console.log(json ? JSON.stringify(seen) : lineOf(seen))
      }
      const shown = visits.filter(({ rendered }) => rendered).length
      const red = visits.filter(({ errors }) => errors.length > 0).length
      if (!json) console.log(`\n${visits.length} pages, ${shown} shown, ${red} with errors`)
      return shown === visits.length && red === 0
    } finally {
      await simulator.close()
    }
  } finally {
    await browser.close()
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === 'help') {
    console.log(HELP)
    return 0
  }
  return (await run(options)) ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  console.error(error instanceof Error ? error.message : String(error))
  if (isUsage) console.error(`\n${HELP}`)
  return isUsage ? 2 : 1
})
