import { askPrivacy } from '../phone-ui/privacy'

const AGREED = 'privacy:agreed'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
export type PrivacyListener = (resolve: (resolution: Resolution) => void, info: { referrer: string }) => void

let checked = false
let listener: PrivacyListener | undefined
let asking: Promise<boolean> | undefined
let buttonTapped = false

/** @param required `__usePrivacyCheck__` of app.json */
export const startPrivacy = (required: boolean): void => {
  checked = required
}
export const setPrivacyListener = (next: PrivacyListener): void => {
  listener = next
}
export const needsAgreement = (): boolean => checked && localStorage.getItem(AGREED) === null

/** Called by `<button open-type="agreePrivacyAuthorization">`, without which a program's dialog cannot agree. */
export function agreeByButton(): void {
  buttonTapped = true
  localStorage.setItem(AGREED, 'true')
}

function askProgram(ask: PrivacyListener, api: string): Promise<boolean> {
  buttonTapped = false
  return new Promise((resolve) => {
    ask(
      ({ event }) => {
        if (event === 'exposureAuthorization') return
        if (event === 'agree' && !buttonTapped)
          console.error('onNeedPrivacyAuthorization: agree without a tap on an agreePrivacyAuthorization button')
        resolve(event === 'agree' && buttonTapped)
      },
      { referrer: api },
    )
  })
}

async function askPerson(): Promise<boolean> {
  const agreed = await askPrivacy()
  if (agreed) agreeByButton()
  return agreed
}

/**
 * Asks for agreement to the privacy guide in the program's own dialog or in WeChat's; concurrent calls share the answer.
 *
 * @param api the API that needs it
 */
export async function privacyAgreed(api: string): Promise<boolean> {
  if (!needsAgreement()) return true
  asking ??= (listener ? askProgram(listener, api) : askPerson()).finally(() => {
    asking = undefined
  })
  return asking
}
