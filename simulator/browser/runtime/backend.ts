import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { onTheme, programTheme } from './device'
import { toBrowserUnits } from './units'

/** Events taken from the DOM; `touch.ts` dispatches touches, elements trigger everything else. */
const DOM_EVENTS = /^(transitionend|animation(start|iteration|end)|load|error)$/

const COLOR_SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

/** Makes `prefers-color-scheme` match the phone's theme instead of the computer's. */
const withTheme = (css: string): string =>
  css.replace(COLOR_SCHEME, (_, scheme: string) =>
    scheme === (programTheme() ?? 'light') ? '(min-width: 0px)' : '(max-width: 0px)',
  )

/** glass-easel declares only the part of a DOM node that it uses, with types of its own. */
export const toBackendNode = (node: Node) => node as unknown as glassEasel.domlikeBackend.Element

/** Converts WeChat's units in inline styles. */
function withUnits(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' && value ? toBrowserUnits(value) : value)
  return element
}

/** Renders glass-easel's elements into the window. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, { element: HTMLStyleElement; css: string }>()

  constructor() {
    super()
    this.document = {
      createElement: (tag) => toBackendNode(withUnits(document.createElement(tag))),
      createTextNode: (text) => toBackendNode(document.createTextNode(text)),
      createDocumentFragment: () => toBackendNode(document.createDocumentFragment()),
    }
    onTheme(() => {
      for (const { element, css } of this.sheets.values())
        if (css.includes('prefers-color-scheme')) element.textContent = withTheme(css)
    })
  }

  /** Ignores the DOM's `click`, `input` and `scroll`: vant triggers its own events of these names. */
  override setListenerStats(...args: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>): void {
    const [node, type] = args
    // The tests of target sizes look for tappable nodes; vant calls a tap `click`.
    if (type === 'tap' || type === 'click') Object.assign(node, { tappable: true })
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

  /** Style sheets stay in the document; `enableStyleSheet` switches those of pages. */
  override appendStyleSheetPath(): number {
    return 0
  }

  enableStyleSheet(path: string, enabled: boolean): void {
    const sheet = this.sheets.get(path)
    if (sheet) sheet.element.media = enabled ? '' : 'not all'
  }
}
