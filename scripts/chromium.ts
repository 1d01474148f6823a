import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright, type LaunchOptions } from 'playwright-core'

/** Browsers that a machine may have, as Playwright knows their places on each system. */
const CHANNELS = ['chrome', 'msedge', 'chrome-beta'] as const

/** Where Linux distributions put their Chromium, which is no channel. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Keeps Chromium from talking to anyone but the pages it is given. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

const ADVICE = 'Install Chrome, Edge or Chromium, or name one in CHROME_PATH, and run this again.'

/** Chrome refuses to run in its sandbox as root. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** In Chrome's sandbox where the system lets it have one: containers often forbid the namespaces it is made of. */
async function launch(options: LaunchOptions): Promise<Browser> {
  const quiet = { ...options, args: [...QUIET, ...(options.args ?? [])] }
  try {
    return await playwright.launch({ ...quiet, chromiumSandbox: !isRoot })
  } catch (error) {
    if (isRoot || !/sandbox/i.test(String(error))) throw error
    return playwright.launch({ ...quiet, chromiumSandbox: false })
  }
}

/** The browser that the machine has; none where Playwright finds no channel of it. */
async function launchInstalled(options: LaunchOptions): Promise<Browser | undefined> {
  const executablePath = process.env.CHROME_PATH ?? CHROMIUM.find((path) => existsSync(path))
  if (executablePath) return launch({ ...options, executablePath })
  for (const channel of CHANNELS) {
    try {
      return await launch({ ...options, channel })
    } catch (error) {
      if (!/distribution '.*' is not found/.test(String(error))) throw error
    }
  }
  return undefined
}

async function launchPackaged(options: LaunchOptions): Promise<Browser> {
  if (process.platform !== 'linux') throw new Error('no browser is installed')
  const { default: packaged } = await import('@sparticuz/chromium')
  // Its flags are made for one page in a cloud function: in a single process, closing a page ends the browser.
  const shared = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  const executablePath = await packaged.executablePath()
  return launch({ ...options, executablePath, args: [...shared, ...(options.args ?? [])] })
}

/**
 * Starts the machine's own Chrome, Edge or Chromium where there is one, else, on Linux, the one that comes from npm.
 *
 * @throws Error with what to install, where neither can run
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  try {
    return (await launchInstalled(options)) ?? (await launchPackaged(options))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`No browser could be started: ${reason}\n${ADVICE}`, { cause: error })
  }
}
