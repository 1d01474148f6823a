import type { Emission } from './emissions'
import type { Arc, State } from './grammar'

/** The printed characters of a text, the last first, and the glyph and step that each was seen at. */
export interface Path {
  readonly printed: string
  /** '' if it was not seen */
  readonly glyph: string
  readonly step: number
  readonly probability: number
  readonly before: Path | undefined
}

export interface Hypothesis {
  readonly text: string
  /** Natural logarithm of its probability, up to a constant. */
  readonly logProbability: number
  readonly trail: Path | undefined
}

/** How likely a glyph is no part of the value: in front of it or behind it, and in its middle. */
export interface Noise {
  readonly outside: (glyph: string) => number
  readonly inside: (glyph: string) => number
}

/** A reading so far. */
interface Token {
  readonly state: number
  readonly text: string
  /** What the last step was; '' for nothing. The same again without nothing between is not another one. */
  readonly glyph: string
  probability: number
  trail: Path | undefined
  /** How likely the way along the trail is: the likeliest one is kept. */
  best: number
}

/** Tokens less likely than this, as a share of the likeliest, are given up. */
const HOPELESS = 1e-5

class Beam {
  readonly tokens = new Map<string, Token>()

  add(state: number, text: string, glyph: string, probability: number, trail: Path | undefined): void {
    if (probability <= 0) return
    const key = `${state} ${glyph} ${text}`
    const token = this.tokens.get(key)
    if (!token) {
      this.tokens.set(key, { state, text, glyph, probability, trail, best: probability })
      return
    }
    token.probability += probability
    if (probability > token.best) {
      token.best = probability
      token.trail = trail
    }
  }
}

/** The trail, on to characters of which none was seen. */
const imagine = (trail: Path | undefined, printed: string, step: number): Path | undefined =>
  Array.from(printed).reduce<Path | undefined>(
    (before, character) => ({ printed: character, glyph: '', step, probability: 0, before }),
    trail,
  )

/** The trail, on to characters of which the last was seen. */
function follow(trail: Path | undefined, printed: string, seen: Pick<Path, 'glyph' | 'step' | 'probability'>): Path {
  const characters = Array.from(printed)
  const last = characters.pop() ?? ''
  return { printed: last, ...seen, before: imagine(trail, characters.join(''), seen.step) }
}

/** The trail, if the glyph that it ends in was seen better at this step. */
const sharpen = (trail: Path | undefined, glyph: string, step: number, probability: number): Path | undefined =>
  trail?.glyph === glyph && trail.probability < probability ? { ...trail, step, probability } : trail

/** The likeliest tokens, their probabilities as shares of the likeliest one's; and the logarithm of that. */
function prune(tokens: readonly Token[], width: number): { tokens: readonly Token[]; log: number } {
  const scale = tokens.reduce((most, { probability }) => Math.max(most, probability), 0)
  const hopeful = tokens.filter(({ probability }) => probability >= HOPELESS * scale)
  if (hopeful.length > width) hopeful.sort((a, b) => b.probability - a.probability).splice(width)
  for (const token of hopeful) {
    token.probability /= scale
    token.best /= scale
  }
  return { tokens: hopeful, log: Math.log(scale) }
}

function arcsOf({ arcs, rules }: State, glyph: string): readonly Arc[] {
  const named = arcs.get(glyph) ?? []
  if (rules.length === 0) return named
  const opened = rules.flatMap(({ read, printed, weight, to }) => {
    const arc = read(glyph)
    return arc ? [{ printed: printed + arc.printed, weight: weight * arc.weight, to }] : []
  })
  return [...named, ...opened]
}

export interface BeamSearchOptions {
  readonly automaton: readonly State[]
  readonly noise: Noise
  /** How many tokens are kept from step to step. */
  readonly width: number
}

/**
 * Every text of an automaton that steps may say, the likeliest first (prefix beam search of connectionist temporal
 * classification, over an automaton that reads one character as another).
 */
export function beamSearch(
  observations: readonly Emission[],
  { automaton, noise, width }: BeamSearchOptions,
): Hypothesis[] {
  let tokens: readonly Token[] = [{ state: 0, text: '', glyph: '', probability: 1, trail: undefined, best: 1 }]
  let log = 0
  observations.forEach((observation, step) => {
    const beam = new Beam()
    for (const { state: at, text, glyph, trail, probability: before } of tokens) {
      const state = automaton[at]
      if (!state) continue
      for (const [seen, probability] of observation) {
        const after = before * probability
        if (seen === '') beam.add(at, text, '', after, trail)
        else if (seen === glyph) beam.add(at, text, glyph, after, sharpen(trail, seen, step, probability))
        else {
          for (const { printed, weight, to } of arcsOf(state, seen)) {
            const longer = printed === '' ? trail : follow(trail, printed, { glyph: seen, step, probability })
            beam.add(to, text + printed, seen, after * weight, longer)
          }
          const isOutside = text === '' || state.endings.length > 0
          beam.add(at, text, seen, after * (isOutside ? noise.outside(seen) : noise.inside(seen)), trail)
        }
      }
    }
    const pruned = prune([...beam.tokens.values()], width)
    tokens = pruned.tokens
    log += pruned.log
  })
  return gather(tokens, automaton, log, observations.length)
}

/** The tokens that may end where they are, those of the same text as one. */
function gather(tokens: readonly Token[], automaton: readonly State[], log: number, end: number): Hypothesis[] {
  const texts = new Map<string, { total: number; best: number; trail: Path | undefined }>()
  for (const token of tokens) {
    for (const { printed, weight } of automaton[token.state]?.endings ?? []) {
      const probability = token.probability * weight
      const text = token.text + printed
      const known = texts.get(text)
      const trail = imagine(token.trail, printed, end)
      const best = !known || probability > known.best ? { best: probability, trail } : known
      texts.set(text, { ...best, total: (known?.total ?? 0) + probability })
    }
  }
  return Array.from(texts, ([text, { total, trail }]) => ({ text, trail, logProbability: Math.log(total) + log })).sort(
    (a, b) => b.logProbability - a.logProbability,
  )
}
