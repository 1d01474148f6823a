import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { toBrowserUnits } from './units'
import { viewOf } from './view'

/** Events that come from the DOM; touches have their own way (`touch.ts`), everything else comes from elements. */
const DOM_EVENTS = /^(transitionend|animation(start|iteration|end)|load|error)$/

/** WeChat's units work in inline styles too, which the templates write. */
function withUnits(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => {
    setAttribute(name, name === 'style' && value ? toBrowserUnits(value) : value)
  }
  return element
}

/** The browser's window as a mini program's view layer. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, HTMLStyleElement>()

  constructor() {
    super()
    this.document = {
      createElement: (tag: string) => withUnits(document.createElement(tag)),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document
  }

  /** A mini program knows no native `click`, `input` or `scroll`; vant sends its own events of these names. */
  override setListenerStats(...args: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>): void {
    if (DOM_EVENTS.test(args[1])) super.setListenerStats(...args)
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    const sheet = document.createElement('style')
    sheet.dataset.path = path
    sheet.textContent = String(content)
    document.head.append(sheet)
    this.sheets.set(path, sheet)
  }

  /** Sheets are there from the start, once each; only a page's goes on and off with the page. */
  override appendStyleSheetPath(): number {
    return 0
  }

  enableStyleSheet(path: string, enabled: boolean): void {
    const sheet = this.sheets.get(path)
    if (sheet) sheet.media = enabled ? '' : 'not all'
  }

  /** A page's viewport is its view, not the whole window. */
  override createIntersectionObserver(
    ...args: Parameters<glassEasel.CurrentWindowBackendContext['createIntersectionObserver']>
  ): ReturnType<glassEasel.CurrentWindowBackendContext['createIntersectionObserver']> {
    const [target, relative, ...rest] = args
    const viewport = viewOf(target as unknown as HTMLElement) as unknown as typeof relative
    return super.createIntersectionObserver(target, relative ?? viewport, ...rest)
  }
}
