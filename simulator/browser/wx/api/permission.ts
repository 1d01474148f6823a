import { inBackground } from '../../runtime/background'
import { showSettings } from '../../phone-ui/settings'
import { authSetting, openCamera, permission, type Scope, SCOPES, setPermission } from '../../runtime/permissions'
import { api } from '../api'
import { requireAgreement } from '../guarded'

export const getSetting = api('getSetting', () => ({ authSetting: authSetting() }))

export const openSetting = api('openSetting', async () => {
  await inBackground(showSettings)
  return { authSetting: authSetting() }
})

const isScope = (scope: string): scope is Scope => SCOPES.some((known) => known === scope)

export const authorize = api('authorize', async ({ scope }: { scope: string }) => {
  if (!isScope(scope)) throw new Error(`${scope} is not available in the simulator`)
  await requireAgreement('authorize')
  if (permission(scope) === true) return {}
  if (permission(scope) === false) throw new Error('auth deny')
  if (scope === 'scope.camera') (await openCamera({})).getTracks().forEach((track) => track.stop())
  else setPermission(scope, true)
  return {}
})
