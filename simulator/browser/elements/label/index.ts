import { callMethod, componentAt, nodeOf } from '../../runtime/element-node'
import { defineElement, hostOf, type Self } from '../define'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'

/** The control with this id, or the first one inside the label. */
const controlOf = (label: Self, id: string): Element | null | undefined =>
  id ? nodeOf(label._$.ownerShadowRoot?.querySelector(`#${id}`)) : hostOf(label).querySelector(CONTROLS)

export const element = defineElement({
  properties: { for: String },
  lifetimes: {
    created() {
      hostOf(this).addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest(CONTROLS)) return
        callMethod(componentAt(controlOf(this, this.data.for)), 'activate')
      })
    },
  },
})
