import { showModal } from '../chrome/dialogs'
import type { Program } from '../program'
import type { Engine } from './engine'
import type { EventChannel } from './event-channel'
import { PageView } from './page'

/** WeChat's own bound. */
const MAX_PAGES = 10

/** The pages that are open, the visible one last. */
class PageStack {
  private pages: PageView[] = []
  private engine?: Engine
  private program?: Program

  start(engine: Engine, program: Program): void {
    this.engine = engine
    this.program = program
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
   * @param url path, absolute or from the visible page, and query.
   * @param channel to the page that opens it
   * @throws Error where there is no such page, or too many are open.
   */
  push(url: string, channel?: EventChannel): void {
    const route = this.route(url)
    if (this.pages.length >= MAX_PAGES) throw new Error('webview count limit exceed')
    this.top?.hide()
    this.add(route, url, channel)
  }

  /** Goes back by so many pages, but stays where the visible page has the person asked, and the answer is no. */
  async back(delta: number): Promise<void> {
    if (this.pages.length < 2) throw new Error('cannot navigate back at first page.')
    const content = this.top?.alertBeforeUnload
    if (content !== undefined && !(await showModal({ content })).confirm) throw new Error('cancel')
    this.pop(delta)
  }

  /** Closes pages, the first one excepted. */
  private pop(delta: number): void {
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left--) this.pages.pop()?.close()
    this.top?.show()
  }

  replace(url: string): void {
    const route = this.route(url)
    this.pages.pop()?.close()
    this.add(route, url)
  }

  replaceAll(url: string): void {
    const route = this.route(url)
    while (this.pages.length > 0) this.pages.pop()?.close()
    this.add(route, url)
  }

  private add(route: string, url: string, channel?: EventChannel): void {
    if (!this.engine || !this.program) throw new Error('the mini program has not started')
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
    const back =
      this.pages.length > 0
        ? (): void => {
            this.back(1).catch(() => undefined)
          }
        : undefined
    const page = new PageView(this.engine, this.program, route, query, back, channel)
    this.pages.push(page)
    page.load()
    // onLoad may have moved on already.
    if (this.top === page) page.show()
  }

  private route(url: string): string {
    const base = `x:/${this.top?.route ?? ''}`
    const route = new URL(url.split('?')[0] ?? '', base).pathname.slice(1)
    if (!this.program?.app.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return route
  }
}

export const stack = new PageStack()
