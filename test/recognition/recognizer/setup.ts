import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import { createRecognizer, type LogLine, type RecognizerOptions, type Request } from '../../../recognition/recognizer'
import type { Sending } from '../../../recognition/wechat/wire'
import { fakeEngine, picture } from '../pictures'

export const REPLY = { errcode: 0, errmsg: 'ok', plate_num: '京A12345' }
export const READ = { license: { plateNum: '京A12345' }, cards: {} }
export const RETRY = { attempts: 3, attemptMs: 5_000, backoffMs: 1 }

export type Answer = object | Error | 'hang'

/** WeChat at the end of a wire: answers in turn, the last answer for good. */
export function wechatThatAnswers(...answers: [Answer, ...Answer[]]) {
  const sent: Sending[] = []
  let renewed = 0
  const send = async (sending: Sending, _: unknown, signal: AbortSignal): Promise<unknown> => {
    if ('imgUrl' in sending) await sending.imgUrl()
    sent.push(sending)
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer instanceof Error) throw answer
    if (answer !== 'hang') return answer
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  }
  const renewToken = (): Promise<void> => {
    renewed += 1
    return Promise.resolve()
  }
  return { open: () => ({ send, renewToken }), sent, renewals: () => renewed }
}

export function recognizerOf(options: Partial<RecognizerOptions>) {
  const lines: LogLine[] = []
  const recognizer = createRecognizer({
    counters: createMemoryCounters(),
    answers: createMemoryAnswers(),
    limits: { perDay: 100, perPersonAndDay: 20, perPersonAndMinute: 50 },
    retry: RETRY,
    log: (line) => lines.push(line),
    ...options,
  })
  const recognize = (change: Partial<Request> = {}) =>
    recognizer.recognize({
      type: 'photo',
      person: 'somebody',
      budgetMs: 5_000,
      picture: async () => ({ bytes: await picture('jpeg') }),
      ...change,
    })
  return { recognize, lines }
}

export const embedded = fakeEngine()
