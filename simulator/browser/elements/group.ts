import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { callMethod, componentAt } from '../runtime/element-node'
import { hostOf, type Self } from './define'

const groupOf = (choice: Self): Element | null => hostOf(choice).closest('wx-checkbox-group, wx-radio-group')

/** The checkboxes or radio buttons of a group. */
const choicesIn = (group: Element | null): glassEasel.GeneralComponent[] =>
  [...(group?.querySelectorAll('wx-checkbox, wx-radio') ?? [])].flatMap((node) => componentAt(node) ?? [])

export const uncheckAll = (group: Element | null): void =>
  choicesIn(group).forEach((choice) => choice.setData({ checked: false }))

export const uncheckSiblings = (choice: Self): void => uncheckAll(groupOf(choice))

/** The values that are checked in a group. */
export const checkedIn = (group: Element): string[] =>
  choicesIn(group).flatMap(({ data }) => (data.checked ? String(data.value) : []))

/** Lets the group of a checkbox or radio button report its new value. */
export const changeGroup = (choice: Self): void => {
  callMethod(componentAt(groupOf(choice)), 'change')
}
