import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { ElementNode } from '../../runtime/touch'
import { defineElement, hostOf, type Instance } from '../define'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'

/** The control that a label stands for: the one that `for` names, else the first inside. */
function controlOf(label: Instance): glassEasel.Element | undefined {
  const { for: id } = label.data as { for: string }
  if (id) return label._$.ownerShadowRoot?.querySelector(`#${id}`) ?? undefined
  return hostOf(label).querySelector<HTMLElement & ElementNode>(CONTROLS)?.__wxElement
}

export const element = defineElement({
  properties: { for: String },
  lifetimes: {
    created() {
      const host = hostOf(this)
      host.addEventListener('click', (event) => {
        if ((event.target as Element).closest(CONTROLS)) return
        const control = controlOf(this) as glassEasel.GeneralComponent | undefined
        const instance = control?.getMethodCaller() as unknown as { activate?: () => void } | undefined
        instance?.activate?.()
      })
    },
  },
})
