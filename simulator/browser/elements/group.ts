import type { ElementNode } from '../runtime/touch'
import { emit, hostOf, type Instance } from './define'

type Choice = Instance & { data: { value: string; checked: boolean } }

/** An element by its DOM node. */
export const instanceOf = (node: Element): Instance => {
  const element = (node as Element & ElementNode).__wxElement as unknown as { getMethodCaller: () => Instance }
  return element.getMethodCaller()
}

export const groupOf = (node: Element): Element | null => node.closest('wx-checkbox-group, wx-radio-group')

/** The check boxes or radio buttons of a group. */
export const choicesIn = (group: Element | null): Choice[] =>
  [...(group?.querySelectorAll('wx-checkbox, wx-radio') ?? [])].map((node) => instanceOf(node) as Choice)

/** Values of what is checked in a group. */
export const checkedIn = (group: Element): string[] =>
  choicesIn(group).flatMap(({ data }) => (data.checked ? data.value : []))

/** Tells the group of a check box or radio button that the choice has changed. */
export function changeGroup(choice: Instance): void {
  const group = groupOf(hostOf(choice))
  if (!group) return
  const checked = checkedIn(group)
  emit(instanceOf(group), 'change', { value: group.matches('wx-radio-group') ? (checked[0] ?? '') : checked })
}
