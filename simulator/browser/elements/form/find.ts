import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { callMethod, componentAt } from '../../runtime/element-node'

interface Field {
  name: string
  value: () => unknown
  reset: () => void
}

/** The named fields below a node: built-in ones, and components with the behavior `wx://form-field`. */
export const fieldsIn = (root: Element): Field[] =>
  [...root.querySelectorAll('*')].flatMap((node) => {
    const component = componentAt(node)
    const name: unknown = component?.data.name
    if (!component || typeof name !== 'string' || name === '') return []
    const hasMethod = glassEasel.Component.getMethod(component, 'formValue') !== undefined
    if (!hasMethod && !('value' in component.data)) return []
    const value = (): unknown => (hasMethod ? callMethod(component, 'formValue') : component.data.value)
    return { name, value, reset: () => void callMethod(component, 'formReset') }
  })
