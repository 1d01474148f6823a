import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright, type LaunchOptions } from 'playwright-core'

/** Browsers that Playwright finds by itself. */
const CHANNELS = ['chrome', 'msedge', 'chrome-beta'] as const

/** Chromium of Linux distributions, which Playwright does not look for. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Disables Chromium's background traffic. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

const ADVICE = 'Install Chrome, Edge or Chromium, or name one in CHROME_PATH, and run this again.'

/** Chrome does not sandbox as root. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Falls back to no sandbox, because containers often forbid the namespaces it needs. */
async function launch(options: LaunchOptions): Promise<Browser> {
  const quiet = { ...options, args: [...QUIET, ...(options.args ?? [])] }
  try {
    return await playwright.launch({ ...quiet, chromiumSandbox: !isRoot })
  } catch (error) {
    if (isRoot || !/sandbox/i.test(String(error))) throw error
    return playwright.launch({ ...quiet, chromiumSandbox: false })
  }
}

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
  // With these flags, meant for cloud functions, closing a page ends the browser.
  const shared = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  const executablePath = await packaged.executablePath()
  return launch({ ...options, executablePath, args: [...shared, ...(options.args ?? [])] })
}

/**
 * Starts an installed Chrome, Edge or Chromium, or else, on Linux, the one from npm.
 *
 * @throws Error that says what to install
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  try {
    return (await launchInstalled(options)) ?? (await launchPackaged(options))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`No browser could be started: ${reason}\n${ADVICE}`, { cause: error })
  }
}
