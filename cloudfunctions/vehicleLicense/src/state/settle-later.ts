import type { Answers } from '../../../../recognition/idempotency/answers'

export interface BackgroundAnswers {
  readonly answers: Answers
  /** Resolves when all writes succeeded, rejects if one failed. */
  settled(): Promise<void>
}

/** Stores answers in the background, so that the caller does not wait. */
export function settleLater(answers: Answers): BackgroundAnswers {
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
