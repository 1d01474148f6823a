import type { Count, Quota, Reading } from './recognition'
import type { Text } from './text'

/** With so many recognitions left or fewer, a person is told. */
const FEW = 10

const leftOf = ({ used, limit }: Count): number => Math.max(0, limit - used)

/** Recognitions that are left today: the fewer of the person's and everyone's. */
const recognitionsLeft = ({ person, ...everyone }: Quota): number =>
  Math.min(leftOf(everyone), person ? leftOf(person) : Infinity)

const ofEmbedded = (left: number): Text =>
  left === 0
    ? {
        zh: '今天微信识别次数已用完，由内置引擎识别，请仔细核对',
        en: 'No WeChat recognitions left today: read by the built-in engine, check carefully',
      }
    : { zh: '由内置引擎识别，请仔细核对', en: 'Read by the built-in engine: check carefully' }

/** What a person should know about how a license was read; nothing where all is as usual. */
export function noteOn({ engine, quota }: Reading): Text | undefined {
  const left = quota ? recognitionsLeft(quota) : Infinity
  if (engine === 'embedded') return ofEmbedded(left)
  if (left > FEW) return undefined
  return left === 0
    ? { zh: '这是今天最后一次识别', en: 'This was the last recognition today' }
    : { zh: `今天还可以识别 ${left} 次`, en: `Recognitions left today: ${left}` }
}
