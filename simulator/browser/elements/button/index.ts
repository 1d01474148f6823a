import { inBackground } from '../../runtime/background'
import { agreeByButton } from '../../runtime/privacy'
import { authSetting } from '../../runtime/permissions'
import { showSettings } from '../../phone-ui/settings'
import { sendCard } from '../../phone-ui/share'
import { pageAround } from '../../runtime/page'
import { callMethod, componentAt } from '../../runtime/element-node'
import { unavailable } from '../../runtime/errors'
import { defineElement, emit, hostOf, type Instance } from '../define'

/** Effect of a tap by `open-type`. */
const OPEN_TYPES: Record<string, (button: Instance) => void> = {
  agreePrivacyAuthorization: (button) => {
    agreeByButton()
    emit(button, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  share: (button) => {
    const target = { id: button.id, dataset: button.dataset }
    const { title = '' } = pageAround(hostOf(button))?.instance.onShareAppMessage?.({ from: 'button', target }) ?? {}
    void inBackground(() => sendCard(title))
  },
  openSetting: (button) => {
    void inBackground(showSettings).then(() =>
      emit(button, 'opensetting', { errMsg: 'openSetting:ok', authSetting: authSetting() }),
    )
  },
}

export const element = defineElement({
  hover: 'button-hover',
  properties: {
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    name: String,
    lang: String,
    businessId: null,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    appParameter: String,
  },
  lifetimes: {
    created() {
      hostOf(this).setAttribute('role', 'button')
      this._$.addListener('tap', () => {
        const { disabled, formType, openType } = this.data
        if (disabled) return
        if (formType === 'submit' || formType === 'reset')
          callMethod(componentAt(hostOf(this).closest('wx-form')), formType)
        if (!openType) return
        const open = OPEN_TYPES[openType] ?? (() => unavailable(`<button open-type="${openType}">`))
        open(this)
      })
    },
  },
  observers: {
    'type, size'(type: string, size: string) {
      hostOf(this).setAttribute('type', type)
      hostOf(this).setAttribute('size', size)
    },
    'plain, disabled, loading'(plain: boolean, disabled: boolean, loading: boolean) {
      const host = hostOf(this)
      host.toggleAttribute('plain', plain)
      host.toggleAttribute('disabled', disabled)
      host.toggleAttribute('loading', loading)
      host.setAttribute('aria-disabled', String(disabled))
    },
  },
})
