import { nodeOf } from '../../runtime/element-node'
import type { PageView } from '../../runtime/page'
import { stack } from '../../runtime/stack'
import { api } from '../api'

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  /** ms */
  duration?: number
}

export const setNavigationBarTitle = api('setNavigationBarTitle', ({ title }: { title: string }) => {
  if (stack.top) stack.top.title = title
  return {}
})

export const setNavigationBarColor = api(
  'setNavigationBarColor',
  ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) => {
    stack.top?.setColors(frontColor, backgroundColor)
    return {}
  },
)

function selectorTop({ instance, scrollNode }: PageView, selector: string): number {
  const node = nodeOf(instance._$.getShadowRoot()?.querySelector(selector))
  if (!node) throw new Error(`no node for the selector "${selector}"`)
  return node.getBoundingClientRect().top - scrollNode.getBoundingClientRect().top + scrollNode.scrollTop
}

export const pageScrollTo = api(
  'pageScrollTo',
  ({ scrollTop, selector, offsetTop = 0, duration = 300 }: ScrollOptions) => {
    const page = stack.top
    if (!page) throw new Error('no page is open')
    const top = scrollTop ?? (selector === undefined ? 0 : selectorTop(page, selector))
    page.scrollTo({ top: top + offsetTop, behavior: duration > 0 ? 'smooth' : 'instant' })
    return {}
  },
)

/** As if the person had pulled the visible page down. */
export const startPullDownRefresh = api('startPullDownRefresh', () => {
  stack.top?.pullDown()
  return {}
})
/** No refresh indicator is shown. */
export const stopPullDownRefresh = api('stopPullDownRefresh', () => ({}))
