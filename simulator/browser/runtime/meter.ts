import { component as components } from 'glass-easel-miniprogram-adapter'

type Component = components.GeneralComponent

/** One `setData` of a page or component of the program. */
export interface SetDataCall {
  /** ms since the window opened. */
  at: number
  /** Characters of the data as JSON, by which WeChat's experience score counts. */
  size: number
  /** Logical path of the page or component. */
  path: string
}

const isAsked = (): boolean => new URLSearchParams(location.search).has('meter')

const laidOut = new WeakSet()

/** A component is on the page: what it sends from now on goes to the view by itself, not with the page's first sight. */
export const markLaidOut = (component: object): void => {
  laidOut.add(component)
}

/**
 * With `?meter` in the address, writes down what the program sends to its views, as `globalThis.setDataCalls`: WeChat's
 * experience score has bounds on it.
 */
export function startMeter(): void {
  if (!isAsked()) return
  const calls: SetDataCall[] = []
  Object.assign(globalThis, { setDataCalls: calls })
  const { prototype } = components.ComponentCaller
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to the component it is called on
  const setData = prototype.setData as (this: Component, data: object, callback?: () => void) => void
  Object.assign(prototype, {
    setData(this: Component, data: object, callback?: () => void): void {
      const path = this.is
      // The built-in elements are components, too, but none of the program's.
      if (!path.startsWith('elements/') && laidOut.has(this._$))
        calls.push({ at: performance.now(), size: JSON.stringify(data).length, path })
      setData.call(this, data, callback)
    },
  })
}
