import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import type { ListedEngine } from '../../../recognition/fallback'
import { createRecognizer, type LogLine, type RecognizerOptions, type Request } from '../../../recognition/recognizer'
import { createWechatEngine, type RetryPolicy } from '../../../recognition/wechat/engine'
import type { WechatInput } from '../../../recognition/wechat/wire'
import { fakeEngine, picture } from '../pictures'

export const REPLY = { errcode: 0, errmsg: 'ok', plate_num: '京A12345' }
export const READ = { license: { plateNum: '京A12345' }, cards: {} }
export const RETRY = { attempts: 3, attemptMs: 5_000, backoffMs: 1 }

export type Answer = object | Error | 'hang'

/** A WeChat engine whose wire returns these answers in turn, and repeats the last one. */
export function wechatThatAnswers(...answers: [Answer, ...Answer[]]) {
  const sent: WechatInput[] = []
  let renewed = 0
  const send = async (input: WechatInput, _: unknown, signal: AbortSignal): Promise<unknown> => {
    if ('imgUrl' in input) await input.imgUrl()
    sent.push(input)
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
  const listed = (options: { urlFirst?: boolean; retry?: RetryPolicy } = {}): ListedEngine => {
    const engine = createWechatEngine({ open: () => ({ send, renewToken }), retry: RETRY, ...options })
    return { name: 'wechat', engine, reserve: 0.5 }
  }
  return { listed, engine: listed(), sent, renewals: () => renewed }
}

export function recognizerOf(engines: readonly ListedEngine[], options: Partial<RecognizerOptions> = {}) {
  const lines: LogLine[] = []
  const recognizer = createRecognizer({
    engines,
    counters: createMemoryCounters(),
    answers: createMemoryAnswers(),
    limits: { perDay: 100, perPersonAndDay: 20, perPersonAndMinute: 50 },
    log: (line) => lines.push(line),
    ...options,
  })
  const recognize = (change: Partial<Request> = {}) =>
    recognizer.recognize({
      type: 'photo',
      person: 'somebody',
      budgetMs: 5_000,
      load: async () => ({ bytes: await picture('jpeg') }),
      ...change,
    })
  return { recognize, lines }
}

export const embedded: ListedEngine = { name: 'embedded', engine: fakeEngine() }
