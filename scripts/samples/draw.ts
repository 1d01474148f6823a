import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'

const require = createRequire(import.meta.url)
const ORIGIN = 'http://samples.invalid'

/** Draws a page of HTML, its web fonts included, as big as it is. Returns a JPEG. */
export async function draw(browser: Browser, html: string, quality: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1176, height: 800 } })
  try {
    await page.route(`${ORIGIN}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1)
      if (path === '') return route.fulfill({ contentType: 'text/html', body: html })
      const contentType = path.endsWith('.css') ? 'text/css' : 'font/woff2'
      return route.fulfill({ contentType, body: await readFile(require.resolve(path)) })
    })
    await page.goto(ORIGIN)
    await page.evaluate('document.fonts.ready')
    return await page.locator('body').screenshot({ type: 'jpeg', quality })
  } finally {
    await page.close()
  }
}
