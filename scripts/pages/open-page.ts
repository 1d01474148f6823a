import type { Browser, Page } from 'playwright-core'

const PHONE = { viewport: { width: 375, height: 812 } }
/** ms until a page has to show something */
const PATIENCE_MS = 3_000
/** ms in which a page that is shown may still report errors */
const SETTLE_MS = 400

export interface Visit {
  readonly page: string
  /** Whether anything of the page is to be seen. */
  readonly rendered: boolean
  /** What the phone reports, errors and missing parts alike. */
  readonly errors: readonly string[]
}

/** What is seen of a page, but for what only says that something is missing. */
const CONTENT = '.phone-page:not([hidden]) .phone-scroll > * :not(.phone-missing):visible'

const rendered = (phone: Page): Promise<boolean> =>
  phone
    .locator(CONTENT)
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    )

/**
 * Starts the mini program on one of its pages, on a new phone without a network.
 *
 * @param origin where the simulator serves it
 * @param picture path of the PNG to write; undefined for none
 */
export async function visit(browser: Browser, origin: string, page: string, picture?: string): Promise<Visit> {
  const context = await browser.newContext(PHONE)
  try {
    await context.route(
      (url) => url.origin !== origin,
      (route) => route.abort(),
    )
    const phone = await context.newPage()
    await phone.goto(`${origin}/app/#/${page}`)
    const isShown = await rendered(phone)
    await phone.waitForTimeout(SETTLE_MS)
    const errors = await phone.locator('.phone-error').allTextContents()
    if (picture !== undefined) await phone.screenshot({ path: picture })
    return { page, rendered: isShown, errors }
  } finally {
    await context.close()
  }
}
