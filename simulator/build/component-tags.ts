/** Tags that a browser gives a meaning or a look of its own, as far as programs may name a component so. */
const HTML = new Set([
  ...['a', 'address', 'article', 'aside', 'base', 'blockquote', 'body', 'caption', 'center', 'code', 'col', 'colgroup'],
  ...['details', 'dialog', 'embed', 'fieldset', 'figure', 'font', 'footer', 'frame', 'head', 'header', 'hr', 'html'],
  ...['iframe', 'img', 'legend', 'link', 'li', 'main', 'map', 'mark', 'menu', 'meta', 'meter', 'nav', 'object', 'ol'],
  ...['optgroup', 'option', 'output', 'p', 'param', 'picture', 'pre', 'script', 'search', 'section', 'select', 'small'],
  ...['source', 'style', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'template', 'tfoot', 'th', 'thead', 'time'],
  ...['title', 'tr', 'track', 'ul', 'wbr'],
  // WeChat's elements, in whose place a program may declare a component.
  ...['audio', 'button', 'canvas', 'form', 'image', 'input', 'label', 'progress', 'text', 'textarea', 'video'],
])

/** The name that a component's tag has in the browser, where `<base>` would be hidden and `<table>` laid out. */
export const componentTag = (tag: string): string => (HTML.has(tag) ? `wx-component-${tag}` : tag)
