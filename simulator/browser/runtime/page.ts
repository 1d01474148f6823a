import type { component, glassEasel, Root } from 'glass-easel-miniprogram-adapter'
import { navigationBar } from '../phone-ui/navigation-bar'
import { el } from '../phone-ui/dom'
import type { Program, WindowConfig } from '../program'
import { onTheme, programTheme } from './device'
import type { Engine } from './engine'
import { reportError } from './errors'
import type { EventChannel } from './event-channel'
import { deviceOrientation, tellOrientation } from './orientation'
import { windowConfig } from './window-config'

export type Query = Record<string, string>
export type PageInstance = component.GeneralComponent & {
  route: string
  options: Query
  /** An empty object where no page opened this one by `navigateTo`, as in WeChat. */
  getOpenerEventChannel: () => EventChannel | object
}
type Hook =
  | 'onPullDownRefresh'
  | 'onTabItemTap'
  | 'onLoad'
  | 'onShow'
  | 'onReady'
  | 'onHide'
  | 'onUnload'
  | 'onPageScroll'
  | 'onReachBottom'
  | 'onResize'

const REACH_BOTTOM_PX = 50

/** The parameters of a page's address, as WeChat gives them: not decoded. */
export function parseQuery(url: string): Query {
  const pairs = (url.split('?')[1] ?? '').split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
}

const views = new WeakMap<Element, PageView>()

/** The page that a node is on, also while the page is still being put together. */
export const pageAround = (node: Element): PageView | undefined => {
  const scroller = node.closest('.phone-scroll')
  return scroller ? views.get(scroller) : undefined
}

/** One page on the stack: its frame in the phone and its life. */
export class PageView {
  readonly instance: PageInstance
  readonly config: WindowConfig
  /** What a person is asked before going back from here. */
  alertBeforeUnload: string | undefined
  private readonly root: Root
  private readonly component: glassEasel.GeneralComponent
  private readonly box: HTMLElement
  private readonly scroller = el('div', { class: 'phone-scroll' })
  private readonly bar: ReturnType<typeof navigationBar>
  private ready = false
  private readonly unfollowTheme: () => void
  private hasOwnColors = false
  private tabBar: HTMLElement | undefined
  private customTabBar: Root | undefined
  private rootFontPx: number | undefined

  constructor(
    private readonly engine: Engine,
    private readonly program: Program,
    readonly route: string,
    query: string,
    onBack: (() => void) | undefined,
    channel?: EventChannel,
  ) {
    this.config = windowConfig(program, route, programTheme() ?? 'light')
    this.bar = navigationBar(this.config, onBack)
    const placeholder = el('div')
    this.scroller.append(placeholder)
    this.box = el('section', { class: 'phone-page' }, this.bar.node, el('div', { class: 'phone-view' }, this.scroller))
    this.box.classList.toggle('phone-page-custom', this.config.navigationStyle === 'custom')
    document.body.append(this.box)
    engine.loader.load(route)
    this.root = engine.backend.createRoot('page', engine.space, route + query)
    this.component = this.root.getComponent()
    this.instance = this.root.get() as unknown as PageInstance
    this.instance.route = route
    this.instance.options = parseQuery(query)
    this.instance.getOpenerEventChannel = () => channel ?? {}
    views.set(this.scroller, this)
    this.root.attach(this.scroller as never, placeholder as never)
    this.listenToScroll()
    this.unfollowTheme = onTheme((theme) => {
      if (!this.hasOwnColors) this.bar.showConfig(windowConfig(program, route, theme))
    })
  }

  load(): void {
    this.call('onLoad', this.instance.options)
  }

  show(): void {
    this.box.hidden = false
    tellOrientation(this.program.app, this.config)
    this.showRootFont()
    this.engine.window.enableStyleSheet(this.route, true)
    this.call('onShow')
    this.component.triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    setTimeout(() => this.call('onReady'))
  }

  /** The page goes under another one, or the phone's owner looks elsewhere (`covered` false: it stays in place). */
  hide(covered = true): void {
    this.call('onHide')
    this.component.triggerPageLifetime('hide', [])
    if (!covered) return
    this.box.hidden = true
    this.engine.window.enableStyleSheet(this.route, false)
  }

  close(): void {
    this.call('onUnload')
    this.unfollowTheme()
    this.root.release()
    this.customTabBar?.release()
    this.box.remove()
    this.engine.window.enableStyleSheet(this.route, false)
  }

  /** Puts the bar of tabs below the page. */
  carry(bar: HTMLElement): void {
    this.tabBar = bar
    this.box.append(bar)
  }

  /** Lays the program's own bar of tabs over the page, and lets `getTabBar()` find it. */
  carryCustom(path: string): void {
    const { space, loader, backend } = this.engine
    loader.load(path)
    const placeholder = el('div')
    this.scroller.after(placeholder)
    this.customTabBar = backend.createRoot('custom-tab-bar', space, path)
    this.customTabBar.attach(this.scroller.parentElement as never, placeholder as never)
    Object.assign(this.instance, { getTabBar: () => this.customTabBar?.get() })
  }

  pullDown(): void {
    this.call('onPullDownRefresh')
  }

  tapTab(tab: { index: number; pagePath: string; text: string }): void {
    this.call('onTabItemTap', tab)
  }

  /** What the bar of tabs takes of the screen. px */
  get tabBarHeight(): number {
    return this.tabBar?.parentElement === this.box ? this.tabBar.offsetHeight : 0
  }

  set title(title: string) {
    this.bar.title.textContent = title
  }

  setColors(text: string, background: string): void {
    this.hasOwnColors = true
    this.bar.setColors(text, background)
  }

  /** What 1rem is on this page; undefined for the browser's own. px */
  set rootFontSize(px: number | undefined) {
    this.rootFontPx = px
    if (!this.box.hidden) this.showRootFont()
  }

  scrollTo(options: ScrollToOptions): void {
    this.scroller.scrollTo(options)
  }

  /** The `page` of style sheets. */
  get rootNode(): HTMLElement {
    return this.component.$$ as unknown as HTMLElement
  }

  get scrollNode(): HTMLElement {
    return this.scroller
  }

  resize(): void {
    const size = {
      ...{ windowWidth: innerWidth, windowHeight: this.scroller.clientHeight },
      ...{ screenWidth: innerWidth, screenHeight: innerHeight },
    }
    const change = { size, deviceOrientation: deviceOrientation() }
    this.call('onResize', change)
    this.component.triggerPageLifetime('resize', [change])
  }

  /** Every page has a window of its own in WeChat, and so a root font. */
  private showRootFont(): void {
    document.documentElement.style.fontSize = this.rootFontPx === undefined ? '' : `${this.rootFontPx}px`
  }

  private call(hook: Hook, ...args: unknown[]): void {
    const method = (this.instance as unknown as Partial<Record<Hook, unknown>>)[hook]
    if (typeof method !== 'function') return
    try {
      method.apply(this.instance, args)
    } catch (error) {
      reportError(error)
    }
  }

  private listenToScroll(): void {
    const distance = this.config.onReachBottomDistance ?? REACH_BOTTOM_PX
    let atBottom = true
    this.scroller.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroller
      this.call('onPageScroll', { scrollTop })
      const reached = scrollTop + clientHeight >= scrollHeight - distance
      if (reached && !atBottom) this.call('onReachBottom')
      atBottom = reached
    })
  }
}
