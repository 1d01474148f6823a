import type { ElementNode } from '../../runtime/touch'
import type { Instance } from '../define'

/** What a button may ask of its form. */
export interface FormControl {
  submit: () => void
  reset: () => void
}

/** What an element must have to take part in a form, besides a `name`. */
interface FormField {
  formValue?: () => unknown
  formReset?: () => void
}

interface Field {
  name: string
  value: () => unknown
  reset: () => void
}

const instanceOf = (node: Element): (Instance & FormField) | undefined => {
  const element = (node as Element & ElementNode).__wxElement as { getMethodCaller?: () => unknown } | undefined
  return element?.getMethodCaller?.() as (Instance & FormField) | undefined
}

export function closestForm(node: Element): FormControl | undefined {
  const form = node.closest('wx-form')
  return form ? (instanceOf(form) as unknown as FormControl) : undefined
}

/** The named fields below a node: built-in ones, and components with WeChat's behavior `wx://form-field`. */
export function fieldsIn(root: Element): Field[] {
  return [...root.querySelectorAll('*')].flatMap((node) => {
    const instance = instanceOf(node)
    const data = (instance?.data ?? {}) as { name?: unknown; value?: unknown }
    if (!instance || typeof data.name !== 'string' || data.name === '') return []
    if (!instance.formValue && !('value' in data)) return []
    const value = (): unknown => (instance.formValue ? instance.formValue() : data.value)
    return [{ name: data.name, value, reset: () => instance.formReset?.() }]
  })
}
