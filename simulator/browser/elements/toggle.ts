import { hostOf, type Instance } from './define'

/** What a checkbox, a radio button and a switch have in common: a tap activates them. */
export function becomeToggle(instance: Instance & { activate(): void }, role: 'checkbox' | 'radio' | 'switch'): void {
  hostOf(instance).setAttribute('role', role)
  instance._$.addListener('tap', () => instance.activate())
}

/** Shows a toggle's state to style sheets and to screen readers. Returns its DOM node. */
export function showToggle(instance: Instance, checked: boolean, disabled: boolean): HTMLElement {
  const host = hostOf(instance)
  host.toggleAttribute('checked', checked)
  host.toggleAttribute('disabled', disabled)
  host.setAttribute('aria-checked', String(checked))
  return host
}
