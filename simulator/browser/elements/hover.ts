import { hostOf, type Instance } from './define'

/** Lays `hover-class` over an element while a finger is on it. */
export function addHover(instance: Instance, defaultClass: string): void {
  let timer = 0
  const data = (): { hoverClass: string; hoverStartTime: number; hoverStayTime: number; disabled?: boolean } =>
    instance.data as never
  const set = (on: boolean): void => {
    const { hoverClass } = data()
    // The finger may have closed the page.
    const host = hostOf(instance) as HTMLElement | null
    if (!host) return
    // The default class is the simulator's own; a program's belongs to the scope in which the element is used.
    if (hoverClass === defaultClass) host.classList.toggle(defaultClass, on)
    else for (const name of hoverClass.split(/\s+/)) instance._$.classList?.toggle(name, on)
  }
  const after = (on: boolean, ms: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => set(on), ms)
  }
  instance._$.addListener('touchstart', () => {
    const { hoverClass, disabled, hoverStartTime } = data()
    if (hoverClass !== 'none' && hoverClass !== '' && disabled !== true) after(true, hoverStartTime)
  })
  for (const end of ['touchend', 'touchcancel']) instance._$.addListener(end, () => after(false, data().hoverStayTime))
}
