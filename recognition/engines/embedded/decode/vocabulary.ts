import { beamSearch, type Hypothesis } from './beam-search'
import { ctcLogProbability } from './ctc-forward'
import type { Emission } from './emissions'
import { byRule, choice, literal, sequence } from './grammar'
import { compile } from './transducer'

/** Skips words with few of the characters that were read, or of another length, before they are scored. */
function plausibleWords(words: readonly string[], emissions: readonly Emission[], length: number): string[] {
  const read = new Set(emissions.flatMap((emission) => [...emission.keys()]))
  return words.filter((word) => {
    const characters = Array.from(word)
    const known = characters.filter((character) => read.has(character)).length
    return Math.abs(characters.length - length) <= 3 && known * 2 >= characters.length
  })
}

/** Log-probability of a text outside the vocabulary, and of each of its characters. */
const OUT_OF_VOCABULARY = -3
const OUT_OF_VOCABULARY_CHARACTER = -3

/** The path of a word of which any character may be misread. */
function pathOf(word: string, emissions: readonly Emission[]): Hypothesis['path'] {
  const grammar = sequence(
    ...Array.from(word, (output) =>
      choice([1, literal(output, { missing: 1e-4 })], [1, byRule(() => ({ output, weight: 1e-4 }))]),
    ),
  )
  const noise = { outside: () => 1e-4, inside: () => 1e-4 }
  return beamSearch(emissions, { transducer: compile(grammar), noise, beamWidth: 16 })[0]?.path
}

/** Scores the words of a vocabulary, and the texts that were read as alternatives to them. */
export function scoreWords(read: readonly Hypothesis[], emissions: readonly Emission[], words: readonly string[]) {
  const length = Array.from(read[0]?.text ?? '').length
  const scored = plausibleWords(words, emissions, length)
    .map((text) => ({ text, logProbability: ctcLogProbability(emissions, Array.from(text)) }))
    .sort((a, b) => b.logProbability - a.logProbability)
  const known = new Set(words)
  const others = read
    .filter(({ text }) => !known.has(text))
    .map((one) => ({
      ...one,
      logProbability:
        one.logProbability + OUT_OF_VOCABULARY + OUT_OF_VOCABULARY_CHARACTER * Array.from(one.text).length,
      valid: false,
    }))
  return [
    ...scored.map((one, i) => ({ ...one, valid: true, path: i === 0 ? pathOf(one.text, emissions) : undefined })),
    ...others,
  ]
}
