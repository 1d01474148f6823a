import type { component } from 'glass-easel-miniprogram-adapter'
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

function selectorTop(page: component.GeneralComponent, selector: string): number {
  const node = page._$.getShadowRoot()?.querySelector(selector)?.$$ as HTMLElement | undefined
  const scroller = stack.top?.scrollNode
  if (!node || !scroller) throw new Error(`no node for the selector "${selector}"`)
  return node.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
}

export const pageScrollTo = api(
  'pageScrollTo',
  ({ scrollTop, selector, offsetTop = 0, duration = 300 }: ScrollOptions) => {
    const page = stack.top
    if (!page) throw new Error('no page is open')
    const top = scrollTop ?? (selector === undefined ? 0 : selectorTop(page.instance, selector))
    page.scrollTo({ top: top + offsetTop, behavior: duration > 0 ? 'smooth' : 'instant' })
    return {}
  },
)

/** Refreshes the visible page as if the person had pulled it down. */
export const startPullDownRefresh = api('startPullDownRefresh', () => {
  stack.top?.pullDown()
  return {}
})
/** Nothing turns while a page is refreshed here. */
export const stopPullDownRefresh = api('stopPullDownRefresh', () => ({}))
