import type { glassEasel, Root } from 'glass-easel-miniprogram-adapter'
import { navigationBar } from '../phone-ui/navigation-bar'
import { el } from '../phone-ui/dom'
import type { Program, WindowConfig } from '../program'
import { toBackendNode } from './backend'
import { onTheme, programTheme } from './device'
import type { Engine } from './engine'
import { nodeOf } from './element-node'
import type { EventChannel } from './event-channel'
import { callHook } from './hook'
import { deviceOrientation, sendOrientation } from './orientation'
import { windowConfig } from './window-config'

export type Query = Record<string, string>
interface PageFields {
  route: string
  options: Query
  /** Returns `{}` if the page was not opened by `navigateTo`, as in WeChat. */
  getOpenerEventChannel: () => EventChannel | object
  onShareAppMessage?: (options: object) => { title?: string } | undefined
}

const REACH_BOTTOM_PX = 50

/** The query parameters of a page's URL; like WeChat's, they are not decoded. */
export function parseQuery(url: string): Query {
  const pairs = (url.split('?')[1] ?? '').split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
}

const views = new WeakMap<Element, PageView>()

/** The page that a node is on, even while the page is still being created. */
export const pageAround = (node: Element): PageView | undefined => {
  const scroller = node.closest('.phone-scroll')
  return scroller ? views.get(scroller) : undefined
}

/** A page on the stack: its DOM and its lifecycle. */
export class PageView {
  readonly instance: ReturnType<Root['get']> & PageFields
  readonly config: WindowConfig
  /** The question before leaving the page. */
  alertBeforeUnload: string | undefined
  private readonly root: Root
  private readonly component: glassEasel.GeneralComponent
  private readonly box: HTMLElement
  private readonly scroller = el('div', { class: 'phone-scroll' })
  private readonly view = el('div', { class: 'phone-view' }, this.scroller)
  private readonly bar: ReturnType<typeof navigationBar>
  private ready = false
  private readonly stopThemeListener: () => void
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
    this.box = el('section', { class: 'phone-page' }, this.bar.node, this.view)
    this.box.classList.toggle('phone-page-custom', this.config.navigationStyle === 'custom')
    document.body.append(this.box)
    engine.loader.load(route)
    this.root = engine.backend.createRoot('page', engine.space, route + query)
    this.component = this.root.getComponent()
    const fields: PageFields = { route, options: parseQuery(query), getOpenerEventChannel: () => channel ?? {} }
    this.instance = Object.assign(this.root.get(), fields)
    views.set(this.scroller, this)
    this.root.attach(toBackendNode(this.scroller), toBackendNode(placeholder))
    this.listenToScroll()
    this.stopThemeListener = onTheme((theme) => {
      if (!this.hasOwnColors) this.bar.showConfig(windowConfig(program, route, theme))
    })
  }

  load(): void {
    this.call('onLoad', this.instance.options)
  }

  show(): void {
    this.box.hidden = false
    sendOrientation(this.program.app, this.config)
    this.showRootFont()
    this.engine.window.enableStyleSheet(this.route, true)
    this.call('onShow')
    this.component.triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    setTimeout(() => this.call('onReady'))
  }

  /** @param covered whether another page covers it; else the whole program goes to the background */
  hide(covered = true): void {
    this.call('onHide')
    this.component.triggerPageLifetime('hide', [])
    if (!covered) return
    this.box.hidden = true
    this.engine.window.enableStyleSheet(this.route, false)
  }

  close(): void {
    this.call('onUnload')
    this.stopThemeListener()
    this.root.release()
    this.customTabBar?.release()
    this.box.remove()
    this.engine.window.enableStyleSheet(this.route, false)
  }

  attachTabBar(bar: HTMLElement): void {
    this.tabBar = bar
    this.box.append(bar)
  }

  /** Shows the program's own tab bar over the page; `getTabBar()` returns it. */
  attachCustomTabBar(path: string): void {
    const { space, loader, backend } = this.engine
    loader.load(path)
    const placeholder = el('div')
    this.view.append(placeholder)
    this.customTabBar = backend.createRoot('custom-tab-bar', space, path)
    this.customTabBar.attach(toBackendNode(this.view), toBackendNode(placeholder))
    Object.assign(this.instance, { getTabBar: () => this.customTabBar?.get() })
  }

  pullDown(): void {
    this.call('onPullDownRefresh')
  }

  tapTab(tab: { index: number; pagePath: string; text: string }): void {
    this.call('onTabItemTap', tab)
  }

  /** px; 0 without a tab bar */
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

  /** 1rem in px; undefined for the browser's default. */
  set rootFontSize(px: number | undefined) {
    this.rootFontPx = px
    if (!this.box.hidden) this.showRootFont()
  }

  scrollTo(options: ScrollToOptions): void {
    this.scroller.scrollTo(options)
  }

  /** Matched by `page` in style sheets. */
  get rootNode(): HTMLElement | undefined {
    return nodeOf(this.component)
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

  /** In WeChat each page has its own window and root font size. */
  private showRootFont(): void {
    document.documentElement.style.fontSize = this.rootFontPx === undefined ? '' : `${this.rootFontPx}px`
  }

  private call(hook: string, ...args: unknown[]): void {
    callHook(this.instance, hook, args)
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
