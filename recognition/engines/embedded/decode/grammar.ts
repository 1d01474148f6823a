/** What follows when a glyph is read in a state. */
export interface Arc {
  /** What is printed there: mostly one character; '' for what is read twice, more where some were not seen. */
  readonly printed: string
  readonly weight: number
  readonly to: number
}

export interface Ending {
  /** Characters that are printed and were not seen, mostly none. */
  readonly printed: string
  readonly weight: number
}

/** A rule: what may be printed there if this glyph was read. */
export type Rule = (glyph: string) => Omit<Arc, 'to'> | undefined

export interface State {
  readonly arcs: ReadonlyMap<string, readonly Arc[]>
  readonly rules: readonly {
    readonly read: Rule
    readonly printed: string
    readonly weight: number
    readonly to: number
  }[]
  readonly endings: readonly Ending[]
}

interface Edge {
  /** A glyph; a function of it; nothing: without reading. */
  readonly on: string | Rule | undefined
  readonly printed: string
  readonly weight: number
  readonly to: number
}

/** The states of a grammar while it is being built: from each, its edges. */
export type Net = Edge[][]

/** A piece of grammar: adds its edges behind a state, and returns the state that it ends in. */
import { confusionsOf } from './confusables'
export type Grammar = (net: Net, from: number) => number

const addState = (net: Net): number => net.push([]) - 1
const addEdge = (net: Net, from: number, edge: Edge): void => void net[from]?.push(edge)

export interface Uncertainty {
  readonly weight?: number
  /** How likely the character is not seen at all. */
  readonly missing?: number
}

/** One of these characters. */
export const oneOf =
  (characters: string, { weight = 1, missing = 0 }: Uncertainty = {}): Grammar =>
  (net, from) => {
    const to = addState(net)
    for (const printed of characters) {
      for (const [on, likeness] of confusionsOf(printed))
        addEdge(net, from, { on, printed, weight: weight * likeness, to })
      if (missing > 0) addEdge(net, from, { on: undefined, printed, weight: weight * missing, to })
    }
    return to
  }

/** These characters, one after another. */
export const literal = (text: string, place?: Uncertainty): Grammar =>
  sequence(...Array.from(text, (one) => oneOf(one, place)))

export interface WordUncertainty {
  /** What else a character may be read as. */
  readonly misread: (character: string) => Rule
  /** How likely a character is not seen, and how many in a row may be. */
  readonly missing: number
  readonly most: number
}

/** These characters, one after another, of which some may be unclear. What comes behind unseen ones is read as it is. */
export const noisyWord =
  (text: string, { misread, missing, most }: WordUncertainty): Grammar =>
  (net, from) => {
    const characters = Array.from(text)
    const states = [from, ...characters.map(() => addState(net))]
    characters.forEach((character, i) => {
      const to = states[i + 1] ?? from
      addEdge(net, states[i] ?? from, { on: misread(character), printed: '', weight: 1, to })
      for (let unseen = 0; unseen <= (missing > 0 ? most : 0); unseen++) {
        const begins = states[i - unseen]
        if (begins === undefined) continue
        const printed = characters.slice(i - unseen, i + 1).join('')
        for (const [on, likeness] of confusionsOf(character))
          addEdge(net, begins, { on, printed, weight: likeness * missing ** unseen, to })
      }
    })
    return states.at(-1) ?? from
  }

/** Whatever the function makes of what is read. */
export const byRule =
  (read: Rule): Grammar =>
  (net, from) => {
    const to = addState(net)
    addEdge(net, from, { on: read, printed: '', weight: 1, to })
    return to
  }

/** Glyphs that print nothing, or once what they say in several. */
export const rewrite =
  (glyphs: string, printed: string): Grammar =>
  (net, from) => {
    const to = addState(net)
    for (const on of glyphs) addEdge(net, from, { on, printed, weight: 1, to })
    return to
  }

export const sequence =
  (...parts: readonly Grammar[]): Grammar =>
  (net, from) =>
    parts.reduce((state, part) => part(net, state), from)

/** One of several; their weights are how likely each is. */
export const choice =
  (...ways: readonly (readonly [weight: number, part: Grammar])[]): Grammar =>
  (net, from) => {
    const end = addState(net)
    for (const [weight, part] of ways) {
      const start = addState(net)
      addEdge(net, from, { on: undefined, printed: '', weight, to: start })
      addEdge(net, part(net, start), { on: undefined, printed: '', weight: 1, to: end })
    }
    return end
  }

const nothing: Grammar = (_, from) => from

export const optional = (part: Grammar, weight = 1): Grammar => choice([weight, part], [1, nothing])

export const repeat = (part: Grammar, least: number, most = least): Grammar =>
  sequence(
    ...Array.from({ length: least }, () => part),
    most > least ? optional(repeat(part, 1, most - least)) : nothing,
  )

/** Once or more often. */
export const oneOrMore =
  (part: Grammar): Grammar =>
  (net, from) => {
    const start = addState(net)
    addEdge(net, from, { on: undefined, printed: '', weight: 1, to: start })
    const end = part(net, start)
    addEdge(net, end, { on: undefined, printed: '', weight: 1, to: start })
    return end
  }

interface Reached extends Ending {
  readonly state: number
}

/** Where one gets without reading. */
function reach(net: Net, state: number, seen: ReadonlySet<number> = new Set()): Reached[] {
  if (seen.has(state)) return []
  const further = (net[state] ?? []).flatMap(({ on, printed, weight, to }) =>
    on !== undefined
      ? []
      : reach(net, to, new Set([...seen, state])).map((one) => ({
          state: one.state,
          printed: printed + one.printed,
          weight: weight * one.weight,
        })),
  )
  return [{ state, printed: '', weight: 1 }, ...further]
}

/** Less likely ways than this are not looked at. */
const NEGLIGIBLE = 1e-9

/** The states of a grammar; it starts in the first. */
export function compile(part: Grammar): readonly State[] {
  const net: Net = [[]]
  const end = part(net, 0)
  return net.map((_, state) => {
    const reached = reach(net, state).filter(({ weight }) => weight > NEGLIGIBLE)
    const arcs = new Map<string, Arc[]>()
    const opens: State['rules'][number][] = []
    for (const { state: at, printed: before, weight: factor } of reached) {
      for (const { on, printed, weight, to } of net[at] ?? []) {
        if (typeof on === 'function') opens.push({ read: on, printed: before, weight: factor * weight, to })
        else if (on !== undefined) {
          const arc = { printed: before + printed, weight: factor * weight, to }
          arcs.set(on, [...(arcs.get(on) ?? []), arc])
        }
      }
    }
    return { arcs, rules: opens, endings: reached.filter((one) => one.state === end) }
  })
}
