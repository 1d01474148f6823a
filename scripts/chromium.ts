import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright, type LaunchOptions } from 'playwright-core'

/** Where a Chrome or Chromium of the machine's own usually is. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Keeps Chromium from talking to anyone but the pages it is given. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Starts the machine's own Chrome or Chromium where there is one, else the one that comes from npm.
 *
 * @throws Error with what to install, where neither can run.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const installed = process.env.CHROME_PATH ?? INSTALLED.find((path) => existsSync(path))
  try {
    if (installed) {
      const args = [...QUIET, '--no-sandbox', ...(options.args ?? [])]
      return await playwright.launch({ ...options, executablePath: installed, args })
    }
    // Its flags are made for one page in a cloud function: in a single process, closing a page ends the browser.
    const { default: packaged } = await import('@sparticuz/chromium')
    const shared = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
    const args = [...shared, ...QUIET, ...(options.args ?? [])]
    return await playwright.launch({ ...options, executablePath: await packaged.executablePath(), args })
  } catch (error) {
    const tried = installed ?? 'the Chromium of @sparticuz/chromium (Linux x64 and arm64 only)'
    const advice = 'Install Chrome or Chromium, or name it in CHROME_PATH, and run this again.'
    throw new Error(`No browser could be started: tried ${tried}. ${advice}`, { cause: error })
  }
}
