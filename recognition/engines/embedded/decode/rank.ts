import { beamSearch, type Hypothesis, type Path } from './beam-search'
import type { Decoder } from './kinds'
import { normalizeText } from './normalize'
import { outOfGrammarLogOdds } from './out-of-grammar'
import { byRule, choice, compile, literal, sequence } from './grammar'
import { ctcLogProbability, plausibleWords } from './vocabulary'
import { type Emission, favorZero } from './emissions'

export interface Ranked {
  readonly text: string
  readonly logProbability: number
  /** 0..1 */
  readonly posterior: number
  readonly valid: boolean | undefined
  readonly trail: Path | undefined
}

type Scored = Omit<Ranked, 'posterior'>

/** Natural logarithm of a sum of probabilities, from their logarithms. */
function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs)
  return most === -Infinity ? most : most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0))
}

/** Texts that come out the same count together. */
function merge(found: readonly Hypothesis[]): Hypothesis[] {
  const texts = new Map<string, Hypothesis>()
  for (const one of found) {
    const text = normalizeText(one.text)
    if (text === '') continue
    const known = texts.get(text)
    const logProbability = known ? logSum([known.logProbability, one.logProbability]) : one.logProbability
    texts.set(text, { text, logProbability, trail: known?.trail ?? one.trail })
  }
  return [...texts.values()]
}

/** Natural logarithms: a text that is no word of the vocabulary, and each of its characters, cost this much. */
const NO_WORD = -3
const NO_WORD_PER_CHARACTER = -3

/** Where every character may be read as any other. */
const misread = (word: string) =>
  compile(
    sequence(
      ...Array.from(word, (printed) =>
        choice([1, literal(printed, { missing: 1e-4 })], [1, byRule(() => ({ printed, weight: 1e-4 }))]),
      ),
    ),
  )

/** Words of the vocabulary beside what was read. */
function amongWords(
  found: readonly Hypothesis[],
  observations: readonly Emission[],
  words: readonly string[],
): Scored[] {
  const read = found[0]?.text ?? ''
  const scored = plausibleWords(words, observations, Array.from(read).length).map((word) => ({
    text: word,
    logProbability: ctcLogProbability(observations, Array.from(word)),
  }))
  const [best] = scored.sort((a, b) => b.logProbability - a.logProbability)
  const noise = { outside: () => 1e-4, inside: () => 1e-4 }
  const trail = best && beamSearch(observations, { automaton: misread(best.text), noise, width: 16 })[0]?.trail
  const known = new Set(words)
  const others = found
    .filter(({ text }) => !known.has(text))
    .map((one) => ({
      ...one,
      logProbability: one.logProbability + NO_WORD + NO_WORD_PER_CHARACTER * Array.from(one.text).length,
      valid: false,
    }))
  return [...scored.map((one) => ({ ...one, valid: true, trail: one === best ? trail : undefined })), ...others]
}

/** What the observations may say, the likeliest first. */
export function rank(observations: readonly Emission[], manner: Decoder): Ranked[] {
  const found = merge(beamSearch(observations.map(favorZero), manner))
  const scored: Scored[] = manner.words
    ? amongWords(found, observations, manner.words)
    : found.map((one) => {
        const { weight, valid } = manner.judge(one.text)
        return { ...one, valid, logProbability: one.logProbability + Math.log(weight) }
      })
  scored.sort((a, b) => b.logProbability - a.logProbability)
  const [first] = scored
  if (!first) return []
  const logs = scored.map(({ logProbability }) => logProbability)
  const doubt = manner.words ? -Infinity : first.logProbability + outOfGrammarLogOdds(first.trail, observations)
  const all = logSum([...logs, doubt])
  return scored.map((one) => ({ ...one, posterior: Math.exp(one.logProbability - all) }))
}
