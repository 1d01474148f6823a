import type { Browser, Page } from 'playwright-core'

const PHONE = { viewport: { width: 375, height: 812 } }
/** Timeout for a page to show something. */
const TIMEOUT_MS = 3_000
/** Time for a shown page to report errors. */
const SETTLE_MS = 400

export interface PageResult {
  readonly page: string
  /** Whether any of the page is visible. */
  readonly rendered: boolean
  /** Errors and unsupported parts, as the phone reports them. */
  readonly errors: readonly string[]
}

/** Visible content other than the simulator's placeholders for unsupported parts. */
const CONTENT = '.phone-page:not([hidden]) .phone-scroll > * :not(.phone-missing):visible'

const rendered = (phone: Page): Promise<boolean> =>
  phone
    .locator(CONTENT)
    .first()
    .waitFor({ timeout: TIMEOUT_MS })
    .then(
      () => true,
      () => false,
    )

/**
 * Opens one page of the mini program on a fresh phone without a network.
 *
 * @param origin - of the simulator
 * @param picture - path of the screenshot, a PNG
 */
export async function openPage(browser: Browser, origin: string, page: string, picture?: string): Promise<PageResult> {
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
