import type { component, glassEasel, Root } from 'glass-easel-miniprogram-adapter'
import { navigationBar } from '../chrome/navigation-bar'
import { el } from '../chrome/dom'
import type { Program, WindowConfig } from '../program'
import type { Engine } from './engine'
import { reportError } from './errors'

export type Query = Record<string, string>
export type PageInstance = component.GeneralComponent & { route: string; options: Query }
type Hook = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onPageScroll' | 'onReachBottom' | 'onResize'

const REACH_BOTTOM_PX = 50

/** The parameters of a page's address, as WeChat gives them: not decoded. */
export function parseQuery(url: string): Query {
  const pairs = (url.split('?')[1] ?? '').split('&').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
}

/** One page on the stack: its frame in the phone and its life. */
export class PageView {
  readonly instance: PageInstance
  readonly config: WindowConfig
  private readonly root: Root
  private readonly component: glassEasel.GeneralComponent
  private readonly box: HTMLElement
  private readonly scroller = el('div', { class: 'phone-scroll' })
  private readonly bar: ReturnType<typeof navigationBar>
  private ready = false

  constructor(
    private readonly engine: Engine,
    { app, components }: Program,
    readonly route: string,
    query: string,
    onBack: (() => void) | undefined,
  ) {
    this.config = { ...app.window, ...components.find(({ path }) => path === route)?.config }
    this.bar = navigationBar(this.config, onBack)
    const placeholder = el('div')
    this.scroller.append(placeholder)
    this.box = el('section', { class: 'phone-page' }, this.bar.node, el('div', { class: 'phone-view' }, this.scroller))
    this.box.classList.toggle('phone-page-custom', this.config.navigationStyle === 'custom')
    document.body.append(this.box)
    this.root = engine.backend.createRoot('page', engine.space, route + query)
    this.component = this.root.getComponent()
    this.instance = this.root.get() as unknown as PageInstance
    this.instance.route = route
    this.instance.options = parseQuery(query)
    this.root.attach(this.scroller as never, placeholder as never)
    this.listenToScroll()
  }

  load(): void {
    this.call('onLoad', this.instance.options)
  }

  show(): void {
    this.box.hidden = false
    this.engine.window.enableStyleSheet(this.route, true)
    this.call('onShow')
    this.component.triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    setTimeout(() => {
      this.call('onReady')
    })
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
    this.root.release()
    this.box.remove()
    this.engine.window.enableStyleSheet(this.route, false)
  }

  set title(title: string) {
    this.bar.title.textContent = title
  }

  setColors(text: string, background: string): void {
    this.bar.setColors(text, background)
  }

  scrollTo(options: ScrollToOptions): void {
    this.scroller.scrollTo(options)
  }

  get scrollNode(): HTMLElement {
    return this.scroller
  }

  resize(): void {
    this.call('onResize', { size: { windowWidth: innerWidth, windowHeight: this.scroller.clientHeight } })
    this.component.triggerPageLifetime('resize', [])
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
