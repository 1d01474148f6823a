import { hostOf, type Instance } from './define'

/** WAI-ARIA's states and properties, which WeChat's elements take as attributes of the same names. */
const ATTRIBUTES = [
  ...['atomic', 'busy', 'checked', 'controls', 'current', 'describedby', 'disabled', 'expanded', 'haspopup', 'hidden'],
  ...['invalid', 'label', 'labelledby', 'level', 'live', 'modal', 'multiline', 'multiselectable', 'orientation'],
  ...['placeholder', 'posinset', 'pressed', 'readonly', 'required', 'roledescription', 'selected', 'setsize', 'sort'],
  ...['valuemax', 'valuemin', 'valuenow', 'valuetext'],
]

/** What a template may give; nothing is null, undefined or an empty string. */
type AriaValue = string | number | boolean | null | undefined

const property = (name: string): string => `aria${(name[0] ?? '').toUpperCase()}${name.slice(1)}`

/** Where a screen reader finds an element: its field, where it has one, else itself. */
const nodeOf = (instance: Instance): HTMLElement =>
  hostOf(instance).querySelector<HTMLElement>(':scope > input, :scope > textarea') ?? hostOf(instance)

function set(instance: Instance, attribute: string, value: AriaValue): void {
  const node = nodeOf(instance)
  // A template that has nothing to say gives an empty string; `false` is a state.
  if (value === undefined || value === null || value === '') node.removeAttribute(attribute)
  else node.setAttribute(attribute, String(value))
}

/** `aria-role` and `aria-*` of every element, as its DOM node shows them to screen readers. */
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
