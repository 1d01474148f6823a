import { beamSearch, type Hypothesis } from './beam-search'
import { type Emission, favorZero } from './emissions'
import type { Decoder } from './kinds'
import { normalizeText } from './normalize'
import { outOfGrammarLogOdds } from './out-of-grammar'
import { scoreWords } from './vocabulary'

export interface Ranked extends Hypothesis {
  /** 0..1 */
  readonly posterior: number
  readonly valid: boolean | undefined
}

type Scored = Omit<Ranked, 'posterior'>

function logSumExp(logs: readonly number[]): number {
  const max = Math.max(...logs)
  return max === -Infinity ? max : max + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - max), 0))
}

/** Normalizes texts and merges those that become equal. */
function mergeNormalized(hypotheses: readonly Hypothesis[]): Hypothesis[] {
  const texts = new Map<string, Hypothesis>()
  for (const one of hypotheses) {
    const text = normalizeText(one.text)
    if (text === '') continue
    const known = texts.get(text)
    const logProbability = known ? logSumExp([known.logProbability, one.logProbability]) : one.logProbability
    texts.set(text, { text, logProbability, path: known?.path ?? one.path })
  }
  return [...texts.values()]
}

/** All readings of a value, the most probable first. */
export function rank(emissions: readonly Emission[], decoder: Decoder): Ranked[] {
  const { vocabulary, prior } = decoder
  const hypotheses = mergeNormalized(beamSearch(emissions.map(favorZero), decoder))
  const scored: Scored[] = vocabulary
    ? scoreWords(hypotheses, emissions, vocabulary)
    : hypotheses.map((one) => {
        const { weight, valid } = prior(one.text)
        return { ...one, valid, logProbability: one.logProbability + Math.log(weight) }
      })
  scored.sort((a, b) => b.logProbability - a.logProbability)
  const [first] = scored
  if (!first) return []
  const outOfGrammar = vocabulary ? -Infinity : first.logProbability + outOfGrammarLogOdds(first.path, emissions)
  const total = logSumExp([...scored.map(({ logProbability }) => logProbability), outOfGrammar])
  return scored.map((one) => ({ ...one, posterior: Math.exp(one.logProbability - total) }))
}
