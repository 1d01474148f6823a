import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { onTheme, programTheme } from './device'
import { toBrowserUnits } from './units'

/** Events that come from the DOM; touches have their own way (`touch.ts`), everything else comes from elements. */
const DOM_EVENTS = /^(transitionend|animation(start|iteration|end)|load|error)$/

const COLOR_SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

/** A sheet in which `prefers-color-scheme` asks for the phone's theme, not for the computer's. */
const withTheme = (css: string): string =>
  css.replace(COLOR_SCHEME, (_, scheme: string) =>
    scheme === (programTheme() ?? 'light') ? '(min-width: 0px)' : '(max-width: 0px)',
  )

/** Notes on a node that a tap on it does something, which tests of its size ask for. */
const markTappable = (node: HTMLElement & { tappable?: boolean }): void => {
  node.tappable = true
}

/** WeChat's units work in inline styles too, which the templates write. */
function withUnits(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' && value ? toBrowserUnits(value) : value)
  return element
}

/** The browser's window as a mini program's view layer. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, { element: HTMLStyleElement; css: string }>()

  constructor() {
    super()
    this.document = {
      createElement: (tag: string) => withUnits(document.createElement(tag)),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document
    onTheme(() => {
      for (const { element, css } of this.sheets.values())
        if (css.includes('prefers-color-scheme')) element.textContent = withTheme(css)
    })
  }

  /** A mini program knows no native `click`, `input` or `scroll`; vant sends its own events of these names. */
  override setListenerStats(...args: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>): void {
    const [node, type] = args
    // `click` is vant's name for it.
    if (type === 'tap' || type === 'click') markTappable(node as unknown as HTMLElement)
    if (DOM_EVENTS.test(type)) super.setListenerStats(...args)
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    const css = String(content)
    const element = document.createElement('style')
    element.dataset.path = path
    element.textContent = withTheme(css)
    document.head.append(element)
    this.sheets.set(path, { element, css })
  }

  /** Sheets are there from the start, once each; only a page's goes on and off with the page. */
  override appendStyleSheetPath(): number {
    return 0
  }

  enableStyleSheet(path: string, enabled: boolean): void {
    const sheet = this.sheets.get(path)
    if (sheet) sheet.element.media = enabled ? '' : 'not all'
  }
}
