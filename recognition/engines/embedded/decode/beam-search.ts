import type { Emission } from './emissions'
import type { Arc, State } from './transducer'

/** The printed characters of a hypothesis, linked from the last to the first. */
export interface Path {
  readonly output: string
  /** What the recognizer read it as; '' if it was dropped. */
  readonly input: string
  /** Index of the emission. */
  readonly step: number
  readonly probability: number
  readonly before: Path | undefined
}

export interface Hypothesis {
  readonly text: string
  /** Unnormalized. */
  readonly logProbability: number
  readonly path: Path | undefined
}

/** Probability that a character as read is not part of the value, but next to it or within it. */
export interface Noise {
  readonly outside: (read: string) => number
  readonly inside: (read: string) => number
}

interface Prefix {
  readonly state: number
  readonly text: string
  /** Character of the last step, '' for the CTC blank: the same one again is no new character. */
  readonly last: string
  /** The most probable alignment. */
  path: Path | undefined
}

interface Token extends Prefix {
  /** Sum over all alignments. */
  probability: number
  /** Of the alignment in `path`. */
  best: number
}

class Beam {
  readonly tokens = new Map<string, Token>()

  add({ state, text, last, path }: Prefix, probability: number): void {
    if (probability <= 0) return
    const key = `${state} ${last} ${text}`
    const token = this.tokens.get(key)
    if (!token) {
      this.tokens.set(key, { state, text, last, path, probability, best: probability })
      return
    }
    token.probability += probability
    if (probability > token.best) {
      token.best = probability
      token.path = path
    }
  }
}

/** Appends characters that were dropped. */
const appendDropped = (path: Path | undefined, output: string, step: number): Path | undefined =>
  Array.from(output).reduce<Path | undefined>(
    (before, character) => ({ output: character, input: '', step, probability: 0, before }),
    path,
  )

/** Appends characters of which only the last was read. */
function append(path: Path | undefined, output: string, read: Pick<Path, 'input' | 'step' | 'probability'>): Path {
  const characters = Array.from(output)
  const last = characters.pop() ?? ''
  return { output: last, ...read, before: appendDropped(path, characters.join(''), read.step) }
}

/** Moves the last character to this step if it is more probable here. */
const withPeak = (path: Path | undefined, { input, step, probability }: Omit<Path, 'output' | 'before'>) =>
  path?.input === input && path.probability < probability ? { ...path, step, probability } : path

/** Share of the best token's probability below which a token is pruned. */
const MIN_SHARE = 1e-5

/** Tokens scaled so that the best is 1, and the logarithm of the scale. */
interface Pruned {
  readonly tokens: readonly Token[]
  readonly log: number
}

function prune(tokens: readonly Token[], width: number): Pruned {
  const scale = tokens.reduce((max, { probability }) => Math.max(max, probability), 0)
  const kept = tokens.filter(({ probability }) => probability >= MIN_SHARE * scale)
  if (kept.length > width) kept.sort((a, b) => b.probability - a.probability).splice(width)
  for (const token of kept) {
    token.probability /= scale
    token.best /= scale
  }
  return { tokens: kept, log: Math.log(scale) }
}

function arcsOf({ arcs, rules }: State, read: string): readonly Arc[] {
  const named = arcs.get(read) ?? []
  if (rules.length === 0) return named
  const ruled = rules.flatMap(({ rule, output, weight, to }) => {
    const arc = rule(read)
    return arc ? [{ output: output + arc.output, weight: weight * arc.weight, to }] : []
  })
  return [...named, ...ruled]
}

export interface BeamSearchOptions {
  readonly transducer: readonly State[]
  readonly noise: Noise
  /** Tokens kept after each step. */
  readonly beamWidth: number
}

/** CTC prefix beam search, constrained by a transducer. The most probable text first. */
export function beamSearch(
  emissions: readonly Emission[],
  { transducer, noise, beamWidth }: BeamSearchOptions,
): Hypothesis[] {
  let tokens: readonly Token[] = [{ state: 0, text: '', last: '', path: undefined, probability: 1, best: 1 }]
  let log = 0
  emissions.forEach((emission, step) => {
    const beam = new Beam()
    for (const token of tokens) {
      const { state: at, text, path } = token
      const state = transducer[at]
      if (!state) continue
      const noiseOf = text === '' || state.endings.length > 0 ? noise.outside : noise.inside
      for (const [input, probability] of emission) {
        const total = token.probability * probability
        const read = { input, step, probability }
        if (input === '') beam.add({ state: at, text, last: '', path }, total)
        else if (input === token.last) beam.add({ state: at, text, last: input, path: withPeak(path, read) }, total)
        else {
          for (const { output, weight, to } of arcsOf(state, input)) {
            const longer = output === '' ? path : append(path, output, read)
            beam.add({ state: to, text: text + output, last: input, path: longer }, total * weight)
          }
          beam.add({ state: at, text, last: input, path }, total * noiseOf(input))
        }
      }
    }
    const pruned = prune([...beam.tokens.values()], beamWidth)
    tokens = pruned.tokens
    log += pruned.log
  })
  return hypothesesOf({ tokens, log }, transducer, emissions.length)
}

/** Merges the final tokens of the same text. `end`: step given to characters dropped at the end. */
function hypothesesOf({ tokens, log }: Pruned, transducer: readonly State[], end: number): Hypothesis[] {
  const texts = new Map<string, { total: number; best: number; path: Path | undefined }>()
  for (const token of tokens) {
    for (const { output, weight } of transducer[token.state]?.endings ?? []) {
      const probability = token.probability * weight
      const text = token.text + output
      const known = texts.get(text)
      const path = appendDropped(token.path, output, end)
      const best = !known || probability > known.best ? { best: probability, path } : known
      texts.set(text, { ...best, total: (known?.total ?? 0) + probability })
    }
  }
  return Array.from(texts, ([text, { total, path }]) => ({ text, path, logProbability: Math.log(total) + log })).sort(
    (a, b) => b.logProbability - a.logProbability,
  )
}
