import { hostOf, type Instance } from './define'

/** WAI-ARIA states and properties, attributes of the same names in WeChat. */
const ATTRIBUTES = [
  ...['atomic', 'busy', 'checked', 'controls', 'current', 'describedby', 'disabled', 'expanded', 'haspopup', 'hidden'],
  ...['invalid', 'label', 'labelledby', 'level', 'live', 'modal', 'multiline', 'multiselectable', 'orientation'],
  ...['placeholder', 'posinset', 'pressed', 'readonly', 'required', 'roledescription', 'selected', 'setsize', 'sort'],
  ...['valuemax', 'valuemin', 'valuenow', 'valuetext'],
]

type AriaValue = string | number | boolean | null | undefined

const property = (name: string): string => `aria${(name[0] ?? '').toUpperCase()}${name.slice(1)}`

/** The node that screen readers see: the element's field or the element itself. */
const nodeOf = (instance: Instance): HTMLElement =>
  hostOf(instance).querySelector<HTMLElement>(':scope > input, :scope > textarea') ?? hostOf(instance)

function set(instance: Instance, attribute: string, value: AriaValue): void {
  const node = nodeOf(instance)
  // `false` is a state; an empty string means unset.
  if (value === undefined || value === null || value === '') node.removeAttribute(attribute)
  else node.setAttribute(attribute, String(value))
}

/** `aria-role` and `aria-*`, on every element. */
export const ariaProperties: Record<string, null> = Object.fromEntries(
  ['role', ...ATTRIBUTES].map((name) => [property(name), null]),
)

export const ariaObservers: Record<string, (this: Instance, value: AriaValue) => void> = {
  ...Object.fromEntries(
    ATTRIBUTES.map((name) => [
      property(name),
      function (this: Instance, value: AriaValue) {
        set(this, `aria-${name}`, value)
      },
    ]),
  ),
  ariaRole(role) {
    if (role !== null) set(this, 'role', role)
  },
}
