import { component as components, type glassEasel } from 'glass-easel-miniprogram-adapter'
import { callMethod, componentAt, nodeOf } from './element-node'
import { unavailable } from './errors'
import { viewOf, viewOrigin } from './view'

type Component = components.GeneralComponent
type Result = Record<string, unknown>
type Callback<T> = (result: T) => void

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

function domFields(node: HTMLElement, fields: Fields): Result {
  const rect = node.getBoundingClientRect()
  const origin = viewOrigin(node)
  const left = rect.left - origin.left
  const top = rect.top - origin.top
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = node
  const style = getComputedStyle(node)
  return {
    ...(fields.rect && { left, top, right: left + rect.width, bottom: top + rect.height }),
    ...(fields.size && { width: rect.width, height: rect.height }),
    ...(fields.scrollOffset && { scrollLeft, scrollTop, scrollWidth, scrollHeight }),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, Reflect.get(style, name)])),
  }
}

function elementFields(element: glassEasel.Element, node: HTMLElement, fields: Fields): Result {
  if (fields.context) unavailable('NodesRef.context()')
  const component = componentAt(node)
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: element.dataset }),
    ...(fields.mark && { mark: element.collectMarks() }),
    ...(fields.node && { node: callMethod(component, 'canvasNode') ?? unavailable('NodesRef.node() of this element') }),
    ...domFields(node, fields),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, component?.data[name]])),
  }
}

/** null for an element of a page that has closed. */
function fieldsOf(element: glassEasel.Element | null | undefined, fields: Fields): Result | null {
  const node = nodeOf(element)
  return element && node ? elementFields(element, node, fields) : null
}

function viewportFields(fields: Fields): Result {
  const view = viewOf()
  const scroll = view?.querySelector<HTMLElement>('.phone-scroll')
  const node = fields.scrollOffset ? scroll : view
  return { ...(fields.id && { id: '' }), ...(fields.dataset && { dataset: {} }), ...(node && domFields(node, fields)) }
}

/** A selector of a query; each method adds a step to the query and returns it. */
class NodesRef {
  constructor(private readonly add: (fields: Fields, callback?: Callback<unknown>) => SelectorQuery) {}

  fields(fields: Fields, callback?: Callback<unknown>): SelectorQuery {
    return this.add(fields, callback)
  }

  boundingClientRect(callback?: Callback<unknown>): SelectorQuery {
    return this.add({ id: true, dataset: true, rect: true, size: true }, callback)
  }

  scrollOffset(callback?: Callback<unknown>): SelectorQuery {
    return this.add({ id: true, dataset: true, scrollOffset: true }, callback)
  }

  node(callback?: Callback<unknown>): SelectorQuery {
    return this.add({ node: true }, callback)
  }

  context(callback?: Callback<unknown>): SelectorQuery {
    return this.add({ context: true }, callback)
  }
}

/** `wx.createSelectorQuery()`. glass-easel's has no `node()` and measures from the window instead of the page. */
export class SelectorQuery {
  private readonly steps: (() => unknown)[] = []

  constructor(private scope: Component | undefined) {}

  in(component: Component): this {
    this.scope = component
    return this
  }

  select(selector: string): NodesRef {
    return this.ref((root, fields) => fieldsOf(root?.querySelector(selector), fields))
  }

  selectAll(selector: string): NodesRef {
    return this.ref((root, fields) =>
      (root?.querySelectorAll(selector) ?? []).flatMap((element) => fieldsOf(element, fields) ?? []),
    )
  }

  selectViewport(): NodesRef {
    return this.ref((_, fields) => viewportFields(fields))
  }

  /** Runs after the next layout, so that it sees data that was just set. */
  exec(callback?: Callback<unknown[]>): void {
    setTimeout(() => {
      const results = this.steps.map((step) => step())
      callback?.(results)
    })
  }

  private ref(read: (root: glassEasel.ShadowRoot | null | undefined, fields: Fields) => unknown): NodesRef {
    return new NodesRef((fields, callback) => {
      const { scope } = this
      this.steps.push(() => {
        const result = read(scope?._$.getShadowRoot(), fields)
        callback?.(result)
        return result
      })
      return this
    })
  }
}

export function patchQueries(): void {
  Object.assign(components.ComponentCaller.prototype, {
    createSelectorQuery(this: Component) {
      return new SelectorQuery(this)
    },
  })
}
