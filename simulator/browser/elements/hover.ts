import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { nodeOf } from '../runtime/element-node'

export interface Hoverable {
  _$: glassEasel.Element
  data: { hoverClass: string; hoverStartTime: number; hoverStayTime: number; disabled?: boolean }
}

/** Adds `hover-class` to an element while it is touched. */
export function addHover(instance: Hoverable, defaultClass: string): void {
  let timer = 0
  const set = (on: boolean): void => {
    const { hoverClass } = instance.data
    const host = nodeOf(instance._$)
    // The tap may have closed the page.
    if (!host) return
    // glass-easel adds the scope of the element's owner to the program's class; the default one has none.
    if (hoverClass === defaultClass) host.classList.toggle(defaultClass, on)
    else for (const name of hoverClass.split(/\s+/)) instance._$.classList?.toggle(name, on)
  }
  const schedule = (on: boolean, ms: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => set(on), ms)
  }
  instance._$.addListener('touchstart', () => {
    const { hoverClass, disabled, hoverStartTime } = instance.data
    if (hoverClass !== 'none' && hoverClass !== '' && disabled !== true) schedule(true, hoverStartTime)
  })
  for (const end of ['touchend', 'touchcancel'])
    instance._$.addListener(end, () => schedule(false, instance.data.hoverStayTime))
}
