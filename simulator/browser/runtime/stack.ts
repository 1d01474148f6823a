import { showModal } from '../phone-ui/dialogs'
import type { Program } from '../program'
import type { Engine } from './engine'
import type { EventChannel } from './event-channel'
import { PageView } from './page'
import { Tabs } from './tabs'

/** The component that draws a custom tab bar. */
const CUSTOM_TAB_BAR = 'custom-tab-bar/index'
/** WeChat's limit. */
const MAX_PAGES = 10

/** The open pages, the visible one last. */
class PageStack {
  private pages: PageView[] = []
  /** Tab pages that have been opened; they stay alive while another tab is shown. */
  private readonly tabPages = new Map<string, PageView>()
  /** undefined if the program has none */
  tabs: Tabs | undefined
  private engine?: Engine
  private program?: Program

  start(engine: Engine, program: Program): void {
    this.engine = engine
    this.program = program
    const { tabBar } = program.app
    if (tabBar) this.tabs = new Tabs(program, tabBar, (index) => this.tapTab(index))
  }

  get top(): PageView | undefined {
    return this.pages.at(-1)
  }

  get open(): readonly PageView[] {
    return this.pages
  }

  /**
   * Opens a page over the visible one.
   *
   * @param url absolute or relative to the visible page
   * @throws Error if there is no such page, it is a tab, or too many are open
   */
  push(url: string, channel?: EventChannel): void {
    const route = this.route(url)
    if (this.isTab(route)) throw new Error('can not navigateTo a tabbar page')
    if (this.pages.length >= MAX_PAGES) throw new Error('webview count limit exceed')
    this.top?.hide()
    this.add(route, url, channel)
  }

  /** Opens the first page. @throws Error if there is no such page */
  launch(url: string): void {
    this.add(this.route(url), url)
  }

  /** Shows a tab's page and closes the pages that are not tabs. @throws Error if there is no such tab */
  switchTab(url: string): void {
    const route = this.route(url)
    if (!this.isTab(route)) throw new Error('can not switch to no-tabBar page')
    const from = this.top
    if (from?.route === route) return
    while (this.pages.length > 0) {
      const page = this.pages.pop()
      if (!page) break
      if (!this.isTab(page.route)) this.close(page)
      else if (page === from) page.hide()
    }
    const kept = this.tabPages.get(route)
    if (!kept) {
      this.add(route, url)
      return
    }
    this.pages.push(kept)
    this.show(kept)
  }

  /** Closes `delta` pages unless the visible page asks first and the answer is no. @throws Error if it stays */
  async back(delta: number): Promise<void> {
    if (this.pages.length < 2) throw new Error('cannot navigate back at first page.')
    const content = this.top?.alertBeforeUnload
    if (content !== undefined && !(await showModal({ content })).confirm) throw new Error('cancel')
    this.pop(delta)
  }

  /** Never closes the first page. */
  private pop(delta: number): void {
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left--) this.close(this.pages.pop())
    if (this.top) this.show(this.top)
  }

  replace(url: string): void {
    const route = this.route(url)
    if (this.isTab(route)) throw new Error('can not redirectTo a tabbar page')
    this.close(this.pages.pop())
    this.add(route, url)
  }

  replaceAll(url: string): void {
    const route = this.route(url)
    while (this.pages.length > 0) this.close(this.pages.pop())
    for (const page of [...this.tabPages.values()]) this.close(page)
    this.add(route, url)
  }

  private add(route: string, url: string, channel?: EventChannel): void {
    if (!this.engine || !this.program) throw new Error('the mini program has not started')
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
    const back = this.pages.length > 0 ? () => void this.back(1).catch(() => undefined) : undefined
    const page = new PageView(this.engine, this.program, route, query, back, channel)
    this.pages.push(page)
    if (this.isTab(route)) this.tabPages.set(route, page)
    if (this.isTab(route) && this.program.app.tabBar?.custom === true) page.attachCustomTabBar(CUSTOM_TAB_BAR)
    this.moveTabBar(page)
    page.load()
    // onLoad may have navigated already.
    if (this.top === page) page.show()
  }

  private isTab(route: string): boolean {
    return this.tabs !== undefined && this.tabs.indexOf(route) >= 0
  }

  private moveTabBar(page: PageView): void {
    const index = this.tabs?.indexOf(page.route) ?? -1
    if (!this.tabs || index < 0 || this.program?.app.tabBar?.custom === true) return
    this.tabs.bar.select(index)
    page.attachTabBar(this.tabs.bar.node)
  }

  private show(page: PageView): void {
    this.moveTabBar(page)
    page.show()
  }

  private close(page: PageView | undefined): void {
    if (!page) return
    if (this.tabPages.get(page.route) === page) this.tabPages.delete(page.route)
    page.close()
  }

  private tapTab(index: number): void {
    const item = this.tabs?.itemAt(index)
    if (!item) return
    this.switchTab(`/${item.pagePath}`)
    this.top?.tapTab({ index, pagePath: item.pagePath, text: item.text })
  }

  private route(url: string): string {
    const base = `x:/${this.top?.route ?? ''}`
    const route = new URL(url.split('?')[0] ?? '', base).pathname.slice(1)
    if (!this.program?.app.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return route
  }
}

export const stack = new PageStack()
