import { literal, open, compile, sequence, either } from './automaton'
import { plausibleWords, wordLogProbability } from './closest-word'
import { doubtAbout } from './doubt'
import { finish } from './finish'
import type { Manner } from './kinds'
import { favorZero, type Observation } from './observations'
import { type Found, search, type Trail } from './search'

export interface Ranked {
  readonly text: string
  readonly logProbability: number
  /** 0..1 */
  readonly posterior: number
  readonly valid: boolean | undefined
  readonly trail: Trail | undefined
}

type Scored = Omit<Ranked, 'posterior'>

/** Natural logarithm of a sum of probabilities, from their logarithms. */
function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs)
  return most === -Infinity ? most : most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0))
}

/** Texts that come out the same count together. */
function merge(found: readonly Found[]): Found[] {
  const texts = new Map<string, Found>()
  for (const one of found) {
    const text = finish(one.text)
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
        either([1, literal(printed, { missing: 1e-4 })], [1, open(() => ({ printed, weight: 1e-4 }))]),
      ),
    ),
  )

/** Words of the vocabulary beside what was read. */
function amongWords(found: readonly Found[], observations: readonly Observation[], words: readonly string[]): Scored[] {
  const read = found[0]?.text ?? ''
  const scored = plausibleWords(words, observations, Array.from(read).length).map((word) => ({
    text: word,
    logProbability: wordLogProbability(observations, Array.from(word)),
  }))
  const [best] = scored.sort((a, b) => b.logProbability - a.logProbability)
  const noise = { outside: () => 1e-4, inside: () => 1e-4 }
  const trail = best && search(observations, { automaton: misread(best.text), noise, width: 16 })[0]?.trail
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
export function rank(observations: readonly Observation[], manner: Manner): Ranked[] {
  const found = merge(search(observations.map(favorZero), manner))
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
  const doubt = manner.words ? -Infinity : first.logProbability + doubtAbout(first.trail, observations)
  const all = logSum([...logs, doubt])
  return scored.map((one) => ({ ...one, posterior: Math.exp(one.logProbability - all) }))
}
