import type { Answers } from '../../../../recognition/idempotency/answers'

export interface SettlingLater {
  readonly answers: Answers
  /** When all is kept. Rejects where something was not. */
  settled(): Promise<void>
}

/** Keeps answers beside whatever is done next: nobody waits for that, and nobody's answer is lost where it fails. */
export function settleLater(answers: Answers): SettlingLater {
  const pending: Promise<void>[] = []
  function later(work: Promise<void>): Promise<void> {
    work.catch(() => undefined)
    pending.push(work)
    return Promise.resolve()
  }
  return {
    answers: {
      claim: (...claim) => answers.claim(...claim),
      settle: (...answer) => later(answers.settle(...answer)),
      release: (...claim) => later(answers.release(...claim)),
    },
    settled: async () => {
      await Promise.all(pending)
    },
  }
}
