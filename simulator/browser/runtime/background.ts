import { callApp, launchOptions } from './app'
import { stack } from './stack'

/** Shows a WeChat page (album, preview, settings) over the program, which goes to the background meanwhile. */
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
