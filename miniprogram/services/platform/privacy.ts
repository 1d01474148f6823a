type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

let waiting: Resolve[] = []

/**
 * Calls `ask` whenever the platform needs the person's agreement to the privacy guideline. The platform knows one
 * listener alone, and the newest wins: the page that is shown registers its own.
 */
export function onPrivacyNeeded(ask: () => void): void {
  wx.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve as unknown as Resolve)
    ask()
  })
}

/** Answers every call that waits. Agreement counts only with the ID of the button that was tapped. */
export function answerPrivacy(agreed: boolean, buttonId: string): void {
  const resolves = waiting
  waiting = []
  for (const resolve of resolves) resolve(agreed ? { event: 'agree', buttonId } : { event: 'disagree' })
}

/** Opens the guideline that the operator has published. */
export const openPrivacyGuideline = (): void => {
  wx.openPrivacyContract({})
}
