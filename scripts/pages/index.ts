/** `npm run pages` */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startSimulator } from '../../simulator/server'
import { launchChromium } from '../chromium'
import { main } from '../command/main'
import { PAGES, type PagesGiven } from './options'
import { type PageResult, openPage } from './open-page'

const lineOf = ({ page, rendered, errors }: PageResult): string =>
  [`${rendered ? 'shown' : 'EMPTY'}  ${errors.length > 0 ? 'red' : '   '}  ${page}`, ...errors]
    .map((text) => text.replaceAll('\n', ' '))
    .join('\n              ')

/** @returns whether every page is shown without errors */
async function run({ values: { only, out, json }, operands: [miniprogramDir = ''] }: PagesGiven): Promise<boolean> {
  if (out !== undefined) await mkdir(out, { recursive: true })
  const browser = await launchChromium()
  try {
    const simulator = await startSimulator({ miniprogramDir })
    try {
      const pages = simulator.pages.filter((page) => only.length === 0 || only.some((start) => page.startsWith(start)))
      const results: PageResult[] = []
      for (const page of pages) {
        const picture = out === undefined ? undefined : join(out, `${page.replaceAll('/', '.')}.png`)
        const result = await openPage(browser, simulator.url, page, picture)
        results.push(result)
        console.log(json ? JSON.stringify(result) : lineOf(result))
      }
      const shown = results.filter(({ rendered }) => rendered).length
      const failing = results.filter(({ errors }) => errors.length > 0).length
      if (!json) console.log(`\n${results.length} pages, ${shown} shown, ${failing} with errors`)
      return shown === results.length && failing === 0
    } finally {
      await simulator.close()
    }
  } finally {
    await browser.close()
  }
}

await main(PAGES, async (given) => ((await run(given)) ? 0 : 1))
