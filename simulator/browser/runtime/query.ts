import { component as components, type glassEasel } from 'glass-easel-miniprogram-adapter'
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
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style[name as 'color']])),
  }
}

function elementFields(element: glassEasel.Element, fields: Fields): Result {
  if (fields.context) unavailable('NodesRef.context()')
  const instance = (element as Partial<glassEasel.GeneralComponent>).getMethodCaller?.() as Component | undefined
  const data = instance?.data ?? {}
  const exported = (instance as { exportedNode?: () => Result } | undefined)?.exportedNode
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: element.dataset }),
    ...(fields.mark && { mark: element.collectMarks() }),
    ...(fields.node && (exported ? exported.call(instance) : unavailable('NodesRef.node() of this element'))),
    ...domFields(element.$$ as unknown as HTMLElement, fields),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data[name]])),
  }
}

/** A page that has closed leaves elements without DOM nodes; a query finds them no more. */
const isAlive = (element: glassEasel.Element | null | undefined): element is glassEasel.Element =>
  Boolean(element?.$$ as unknown)

function viewportFields(fields: Fields): Result {
  const view = viewOf()
  const scroll = view?.querySelector<HTMLElement>('.phone-scroll')
  const node = fields.scrollOffset ? scroll : view
  return { ...(fields.id && { id: '' }), ...(fields.dataset && { dataset: {} }), ...(node && domFields(node, fields)) }
}

/** What a query asks of one selector; each method adds it to the query and returns that. */
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

/** `wx.createSelectorQuery()`; the engine's own has no `node()` and counts px from the window, not from the page. */
export class SelectorQuery {
  private readonly steps: (() => unknown)[] = []

  constructor(private scope: Component | undefined) {}

  in(component: Component): this {
    this.scope = component
    return this
  }

  select(selector: string): NodesRef {
    return this.ref((root, fields) => {
      const element = root?.querySelector(selector)
      return isAlive(element) ? elementFields(element, fields) : null
    })
  }

  selectAll(selector: string): NodesRef {
    return this.ref((root, fields) =>
      (root?.querySelectorAll(selector) ?? []).filter(isAlive).map((element) => elementFields(element, fields)),
    )
  }

  selectViewport(): NodesRef {
    return this.ref((_, fields) => viewportFields(fields))
  }

  /** Runs after the next layout, so that data set before it counts. */
  exec(callback?: Callback<unknown[]>): void {
    const run = (): void => callback?.(this.steps.map((step) => step()))
    setTimeout(callback ? run : () => this.steps.forEach((step) => step()))
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
