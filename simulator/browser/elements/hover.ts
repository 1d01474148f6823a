import { hostOf, type Instance } from './define'

/** glass-easel's style segment for what is laid over the template's own classes for a while. */
const TEMPORARY_SEGMENT = 3

/** Lays `hover-class` over an element while a finger is on it. */
export function addHover(instance: Instance, defaultClass: string): void {
  let timer = 0
  const data = (): { hoverClass: string; hoverStartTime: number; hoverStayTime: number; disabled?: boolean } =>
    instance.data as never
  const set = (on: boolean): void => {
    const { hoverClass } = data()
    if (hoverClass === defaultClass) hostOf(instance).classList.toggle(defaultClass, on)
    else instance._$.setNodeClass(on ? hoverClass : '', TEMPORARY_SEGMENT)
  }
  const after = (on: boolean, ms: number): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      set(on)
    }, ms)
  }
  instance._$.addListener('touchstart', () => {
    const { hoverClass, disabled, hoverStartTime } = data()
    if (hoverClass !== 'none' && hoverClass !== '' && disabled !== true) after(true, hoverStartTime)
  })
  for (const end of ['touchend', 'touchcancel'])
    instance._$.addListener(end, () => {
      after(false, data().hoverStayTime)
    })
}
