/** HTML tags that a program may use as a component's name. */
const HTML = new Set([
  ...['a', 'address', 'article', 'aside', 'base', 'blockquote', 'body', 'caption', 'center', 'code', 'col', 'colgroup'],
  ...['details', 'dialog', 'embed', 'fieldset', 'figure', 'font', 'footer', 'frame', 'head', 'header', 'hr', 'html'],
  ...['iframe', 'img', 'legend', 'link', 'li', 'main', 'map', 'mark', 'menu', 'meta', 'meter', 'nav', 'object', 'ol'],
  ...['optgroup', 'option', 'output', 'p', 'param', 'picture', 'pre', 'script', 'search', 'section', 'select', 'small'],
  ...['source', 'style', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'template', 'tfoot', 'th', 'thead', 'time'],
  ...['title', 'tr', 'track', 'ul', 'wbr'],
  // Also WeChat elements, which a component may replace.
  ...['audio', 'button', 'canvas', 'form', 'image', 'input', 'label', 'progress', 'text', 'textarea', 'video'],
])

/** The browser's tag of a component; a plain `<base>` or `<table>` would be rendered as HTML. */
export const componentTag = (tag: string): string => (HTML.has(tag) ? `wx-component-${tag}` : tag)
