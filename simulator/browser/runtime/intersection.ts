import { component as components, type glassEasel } from 'glass-easel-miniprogram-adapter'
import { nodeOf } from './element-node'
import { viewOf, viewOrigin } from './view'

type Component = components.GeneralComponent

export interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

interface Margins {
  left?: number
  top?: number
  right?: number
  bottom?: number
}

type Rect = Record<'left' | 'top' | 'right' | 'bottom', number>

interface Intersection {
  id: string
  dataset: object
  intersectionRatio: number
  intersectionRect: Rect
  boundingClientRect: Rect
  relativeRect: Rect
  /** ms */
  time: number
}

/** Whether a change of the ratio crosses a threshold. */
const crosses = (before: number, now: number, thresholds: readonly number[]): boolean =>
  before !== now && thresholds.some((threshold) => (before - threshold) * (now - threshold) <= 0)

/** `createIntersectionObserver()`. Like WeChat's and unlike glass-easel's, it reports what is in view from the start. */
class ElementObserver {
  private readonly observers: IntersectionObserver[] = []
  private relative: string | undefined
  private margins: Margins = {}

  constructor(
    private readonly scope: Component,
    private readonly options: ObserverOptions,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.relative = selector
    this.margins = margins
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.relative = undefined
    this.margins = margins
    return this
  }

  observe(selector: string, callback: (intersection: Intersection) => void): void {
    const root = this.scope._$.getShadowRoot()
    const all = root?.querySelectorAll(selector) ?? []
    for (const element of this.options.observeAll ? all : all.slice(0, 1)) this.watch(element, callback)
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect()
  }

  private watch(element: glassEasel.Element, callback: (intersection: Intersection) => void): void {
    const { thresholds = [0], initialRatio = 0 } = this.options
    const { left = 0, top = 0, right = 0, bottom = 0 } = this.margins
    const node = nodeOf(element)
    if (!node) return
    const reference = this.relative === undefined ? null : this.scope._$.getShadowRoot()?.querySelector(this.relative)
    let before = initialRatio
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const now = entry.intersectionRatio
          if (crosses(before, now, thresholds)) callback(intersectionOf(element, node, entry))
          before = now
        }
      },
      {
        root: nodeOf(reference) ?? viewOf(node),
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: thresholds,
      },
    )
    observer.observe(node)
    this.observers.push(observer)
  }
}

function intersectionOf(
  element: glassEasel.Element,
  node: HTMLElement,
  entry: IntersectionObserverEntry,
): Intersection {
  const origin = viewOrigin(node)
  const inView = ({ left, top, right, bottom }: DOMRectReadOnly): Rect => ({
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
  })
  return {
    id: element.id,
    dataset: element.dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: inView(entry.intersectionRect),
    boundingClientRect: inView(entry.boundingClientRect),
    relativeRect: inView(entry.rootBounds ?? entry.boundingClientRect),
    time: Date.now(),
  }
}

export function patchIntersections(): void {
  Object.assign(components.ComponentCaller.prototype, {
    createIntersectionObserver(this: Component, options: ObserverOptions = {}) {
      return new ElementObserver(this, options)
    },
  })
}
