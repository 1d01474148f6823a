import { messageOf } from '../error-message'
import type { Program } from './program'
import { appGlobals, callApp, launchOptions, listenToErrors } from './runtime/app'
import { showStatusBar } from './phone-ui/status-bar'
import { startEngine } from './runtime/engine'
import { reportError, showError } from './runtime/errors'
import { startDevice } from './runtime/device'
import { loadFiles } from './runtime/files'
import { startPrivacy } from './runtime/privacy'
import { stack } from './runtime/stack'
import { createWx } from './wx'
import { reloadOnChange } from './reload'

/** The page after `#` in the URL, or the first of app.json. */
const firstPage = ({ app }: Program): string =>
  `/${decodeURI(location.hash.slice(1)).replace(/^\//, '') || (app.pages[0] ?? '')}`

/** Runs the app's script; pages work even if it fails. */
function startApp({ start, problems }: Program): void {
  problems.forEach(showError)
  try {
    start()
  } catch (error) {
    reportError(error)
  }
}

/** Starts a mini program in this window. */
export async function boot(program: Program): Promise<void> {
  listenToErrors()
  startDevice(program.app.darkmode === true)
  showStatusBar()
  Object.assign(globalThis, appGlobals, {
    wx: createWx(),
    getCurrentPages: () => stack.open.map(({ instance }) => instance),
  })
  reloadOnChange()
  startPrivacy(program.app.__usePrivacyCheck__ === true)
  await loadFiles()
  const engine = startEngine(program)
  stack.start(engine, program)
  startApp(program)
  const url = firstPage(program)
  // Before any page's script: onLaunch often sets up what pages read from getApp() or wx.cloud.
  callApp('onLaunch', launchOptions(url))
  callApp('onShow', launchOptions(url))
  try {
    stack.launch(url)
  } catch (error) {
    callApp('onPageNotFound', { ...launchOptions(url), isEntryPage: true })
    if (!stack.top) showError(messageOf(error))
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      stack.top?.hide(false)
      callApp('onHide')
    } else {
      callApp('onShow', launchOptions(url))
      stack.top?.show()
    }
  })
  addEventListener('resize', () => stack.top?.resize())
}
