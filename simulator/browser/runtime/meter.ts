import { interceptSetData } from './set-data'

interface SetDataCall {
  /** ms since the window opened */
  at: number
  /** Length of the data as JSON, the measure of WeChat's experience score. */
  size: number
  /** Logical path of the page or component. */
  path: string
}

const isRequested = (): boolean => new URLSearchParams(location.search).has('meter')

const laidOut = new WeakSet()

/** From now on a component's `setData` counts; before, it is part of the first render. */
export const markLaidOut = (component: object): void => {
  laidOut.add(component)
}

/** With `?meter` in the URL, records the `setData` calls of the program in `globalThis.setDataCalls`. */
export function startMeter(): void {
  if (!isRequested()) return
  const calls: SetDataCall[] = []
  Object.assign(globalThis, { setDataCalls: calls })
  interceptSetData((instance, data, setData) => {
    const path = instance.is
    // Built-in elements are components too.
    if (!path.startsWith('elements/') && laidOut.has(instance._$))
      calls.push({ at: performance.now(), size: JSON.stringify(data).length, path })
    setData()
  })
}
