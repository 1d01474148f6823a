import { privacyAgreed } from '../runtime/privacy'
import { api, Failure } from './api'

/** `errno` after a refusal of the privacy guide. */
const REFUSED_ERRNO = 103
const REFUSED_CHOOSE_ERRNO = 104

/** @throws Failure if the person refuses the privacy guide */
export async function requireAgreement(name: string): Promise<void> {
  if (await privacyAgreed(name)) return
  const errno = name.startsWith('choose') ? REFUSED_CHOOSE_ERRNO : REFUSED_ERRNO
  throw new Failure('privacy permission is not authorized', { errno })
}

/** An API that requires agreement to the privacy guide. */
export const guardedApi = <O extends object, R extends object>(name: string, work: (options: O) => Promise<R>) =>
  api(name, async (options: O) => {
    await requireAgreement(name)
    return work(options)
  })
