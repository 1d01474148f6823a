import { confusionsOf } from './confusables'

/** Maps a character as read to what is printed there, if that is allowed. */
export type Rule = (read: string) => { readonly output: string; readonly weight: number } | undefined

interface Edge {
  /** A character as read, or a rule over it; `undefined` is an epsilon edge. */
  readonly input: string | Rule | undefined
  readonly output: string
  readonly weight: number
  readonly to: number
}

/** The edges that leave each state. */
export type Network = Edge[][]

/** Adds its edges after a state, and returns the state in which it ends. */
export type Grammar = (network: Network, from: number) => number

const addState = (network: Network): number => network.push([]) - 1
const addEdge = (network: Network, from: number, edge: Edge): void => void network[from]?.push(edge)

export interface CharacterOptions {
  readonly weight?: number
  /** Probability that the recognizer drops the character. */
  readonly missing?: number
}

/** One of these characters. */
export const oneOf =
  (characters: string, { weight = 1, missing = 0 }: CharacterOptions = {}): Grammar =>
  (network, from) => {
    const to = addState(network)
    for (const output of characters) {
      for (const [input, confusion] of confusionsOf(output))
        addEdge(network, from, { input, output, weight: weight * confusion, to })
      if (missing > 0) addEdge(network, from, { input: undefined, output, weight: weight * missing, to })
    }
    return to
  }

export const literal = (text: string, options?: CharacterOptions): Grammar =>
  sequence(...Array.from(text, (character) => oneOf(character, options)))

export interface WordOptions {
  /** What else a character may be read as. */
  readonly misread: (character: string) => Rule
  /** Probability that the recognizer drops a character. */
  readonly missing: number
  /** How many characters in a row may be dropped. */
  readonly maxMissing: number
}

/** A word of which characters may be misread or dropped; the character after dropped ones must be read correctly. */
export const noisyWord =
  (text: string, { misread, missing, maxMissing }: WordOptions): Grammar =>
  (network, from) => {
    const characters = Array.from(text)
    const states = [from, ...characters.map(() => addState(network))]
    characters.forEach((character, i) => {
      const to = states[i + 1] ?? from
      addEdge(network, states[i] ?? from, { input: misread(character), output: '', weight: 1, to })
      for (let dropped = 0; dropped <= (missing > 0 ? maxMissing : 0); dropped++) {
        const start = states[i - dropped]
        if (start === undefined) continue
        const output = characters.slice(i - dropped, i + 1).join('')
        for (const [input, confusion] of confusionsOf(character))
          addEdge(network, start, { input, output, weight: confusion * missing ** dropped, to })
      }
    })
    return states.at(-1) ?? from
  }

/** One character, mapped by a rule. */
export const byRule =
  (rule: Rule): Grammar =>
  (network, from) => {
    const to = addState(network)
    addEdge(network, from, { input: rule, output: '', weight: 1, to })
    return to
  }

/** One character that matches, printed as read. */
export const matching = (pattern: RegExp): Grammar =>
  byRule((read) => (pattern.test(read) ? { output: read, weight: 1 } : undefined))

/** Any of these characters, printed as `output`. */
export const rewrite =
  (characters: string, output: string): Grammar =>
  (network, from) => {
    const to = addState(network)
    for (const input of characters) addEdge(network, from, { input, output, weight: 1, to })
    return to
  }

export const sequence =
  (...parts: readonly Grammar[]): Grammar =>
  (network, from) =>
    parts.reduce((state, part) => part(network, state), from)

/** One of several. Weights are relative likelihoods and need not sum to 1. */
export const choice =
  (...options: readonly (readonly [weight: number, part: Grammar])[]): Grammar =>
  (network, from) => {
    const end = addState(network)
    for (const [weight, part] of options) {
      const start = addState(network)
      addEdge(network, from, { input: undefined, output: '', weight, to: start })
      addEdge(network, part(network, start), { input: undefined, output: '', weight: 1, to: end })
    }
    return end
  }

const nothing: Grammar = (_, from) => from

export const optional = (part: Grammar, weight = 1): Grammar => choice([weight, part], [1, nothing])

export const repeat = (part: Grammar, min: number, max = min): Grammar =>
  sequence(...Array.from({ length: min }, () => part), max > min ? optional(repeat(part, 1, max - min)) : nothing)

export const oneOrMore =
  (part: Grammar): Grammar =>
  (network, from) => {
    const start = addState(network)
    addEdge(network, from, { input: undefined, output: '', weight: 1, to: start })
    const end = part(network, start)
    addEdge(network, end, { input: undefined, output: '', weight: 1, to: start })
    return end
  }
