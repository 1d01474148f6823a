import { hostOf, type Instance } from './define'

/** Makes an element a checkbox, radio button or switch that a tap activates. */
export function initToggle(instance: Instance & { activate(): void }, role: 'checkbox' | 'radio' | 'switch'): void {
  hostOf(instance).setAttribute('role', role)
  instance._$.addListener('tap', () => instance.activate())
}

/** Reflects the state for style sheets and screen readers. @returns the DOM node */
export function showToggle(instance: Instance, checked: boolean, disabled: boolean): HTMLElement {
  const host = hostOf(instance)
  host.toggleAttribute('checked', checked)
  host.toggleAttribute('disabled', disabled)
  host.setAttribute('aria-checked', String(checked))
  return host
}
