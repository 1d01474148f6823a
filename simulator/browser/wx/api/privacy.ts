import { inBackground } from '../../runtime/background'
import { showPrivacyContract } from '../../phone-ui/privacy'
import { needsAgreement, type PrivacyListener, setPrivacyListener } from '../../runtime/privacy'
import { api } from '../api'
import { guardedApi } from '../guarded'

export const getPrivacySetting = api('getPrivacySetting', () => ({
  needAuthorization: needsAgreement(),
  privacyContractName: '《小程序隐私保护指引》',
}))

/** A later listener replaces the earlier one, as in WeChat. */
export const onNeedPrivacyAuthorization = (listener: PrivacyListener): void => {
  setPrivacyListener(listener)
}

export const requirePrivacyAuthorize = guardedApi('requirePrivacyAuthorize', () => Promise.resolve({}))

export const openPrivacyContract = api('openPrivacyContract', () => {
  void inBackground(showPrivacyContract)
  return {}
})
