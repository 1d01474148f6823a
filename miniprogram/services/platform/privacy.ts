type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

let pending: Resolve[] = []

/**
 * Calls `ask` when the platform needs the person's consent to the privacy guideline. The platform has one listener, the
 * latest: each page registers its own when it is shown.
 */
export function onPrivacyNeeded(ask: () => void): void {
  wx.onNeedPrivacyAuthorization((resolve) => {
    pending.push(resolve as unknown as Resolve)
    ask()
  })
}

/** Answers all pending requests. The platform accepts consent only with the ID of the tapped button. */
export function answerPrivacy(agreed: boolean, buttonId: string): void {
  const resolves = pending
  pending = []
  for (const resolve of resolves) resolve(agreed ? { event: 'agree', buttonId } : { event: 'disagree' })
}

export const openPrivacyGuideline = (): void => {
  wx.openPrivacyContract({})
}
