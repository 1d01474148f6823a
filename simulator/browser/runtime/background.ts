import { callApp, launchOptions } from './app'
import { stack } from './stack'

/**
 * Runs what WeChat shows over the mini program as a page of its own (album, preview, settings). Meanwhile the program
 * is in the background, and its onHide and onShow are told so.
 */
export async function inBackground<T>(show: () => Promise<T>): Promise<T> {
  stack.top?.hide(false)
  callApp('onHide')
  try {
    return await show()
  } finally {
    callApp('onShow', launchOptions(stack.top?.route ?? ''))
    stack.top?.show()
  }
}
