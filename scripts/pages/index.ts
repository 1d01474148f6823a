/** `npm run pages` */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startSimulator } from '../../simulator/server'
import { launchChromium } from '../chromium'
import { main } from '../command/main'
import { PAGES, type PagesGiven } from './options'
import { type Visit, visit } from './open-page'

const lineOf = ({ page, rendered, errors }: Visit): string =>
  [`${rendered ? 'shown' : 'EMPTY'}  ${errors.length > 0 ? 'red' : '   '}  ${page}`, ...errors]
    .map((text) => text.replaceAll('\n', ' '))
    .join('\n              ')

/** @returns whether every page is shown and reports no error. */
async function run({ values: { only, out, json }, operands: [miniprogramDir = ''] }: PagesGiven): Promise<boolean> {
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

await main(PAGES, async (given) => ((await run(given)) ? 0 : 1))
