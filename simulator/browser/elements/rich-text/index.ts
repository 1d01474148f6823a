import { defineElement, hostOf } from '../define'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

/** WeChat drops tags and attributes that can run code. */
const FORBIDDEN_TAGS = /^(script|iframe|object|embed|link|style|form|input|button)$/i
const ALLOWED_ATTRIBUTES = /^(class|style|src|alt|width|height|colspan|rowspan|start|type|dir)$/i

function toDom({ type, name = 'div', text = '', attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return document.createTextNode(text)
  const node = document.createElement(FORBIDDEN_TAGS.test(name) ? 'div' : name)
  for (const [key, value] of Object.entries(attrs)) if (ALLOWED_ATTRIBUTES.test(key)) node.setAttribute(key, value)
  node.append(...children.map(toDom))
  return node
}

function parse(html: string): RichNode[] {
  const read = (node: ChildNode): RichNode =>
    node instanceof Element
      ? {
          name: node.tagName.toLowerCase(),
          attrs: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
          children: [...node.childNodes].map(read),
        }
      : { type: 'text', text: node.textContent ?? '' }
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(read)
}

export const element = defineElement({
  properties: { nodes: null, space: String, userSelect: Boolean, mode: String },
  observers: {
    nodes(nodes: string | RichNode[] | null) {
      const list = typeof nodes === 'string' ? parse(nodes) : (nodes ?? [])
      hostOf(this).replaceChildren(...list.map(toDom))
    },
  },
})
