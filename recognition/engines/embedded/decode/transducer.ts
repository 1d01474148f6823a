import type { Grammar, Network, Rule } from './grammar'

/** Characters printed without one being read, and the weight of that. */
interface Output {
  readonly output: string
  readonly weight: number
}

export interface Arc extends Output {
  readonly to: number
}

/** A state of a weighted finite-state transducer from characters as read to characters as printed. */
export interface State {
  /** By the character that was read. */
  readonly arcs: ReadonlyMap<string, readonly Arc[]>
  /** Arcs for any character that the rule accepts; `output` precedes what the rule gives. */
  readonly rules: readonly (Arc & { readonly rule: Rule })[]
  /** Empty unless the state is final. */
  readonly endings: readonly Output[]
}

interface Reached extends Output {
  readonly state: number
}

/** The epsilon closure of a state. */
function closureOf(network: Network, state: number, visited: ReadonlySet<number> = new Set()): Reached[] {
  if (visited.has(state)) return []
  const further = (network[state] ?? []).flatMap(({ input, output, weight, to }) =>
    input !== undefined
      ? []
      : closureOf(network, to, new Set([...visited, state])).map((one) => ({
          state: one.state,
          output: output + one.output,
          weight: weight * one.weight,
        })),
  )
  return [{ state, output: '', weight: 1 }, ...further]
}

const MIN_WEIGHT = 1e-9

/** Removes the epsilon edges of a grammar. State 0 is the start. */
export function compile(grammar: Grammar): readonly State[] {
  const network: Network = [[]]
  const end = grammar(network, 0)
  return network.map((_, state) => {
    const reached = closureOf(network, state).filter(({ weight }) => weight > MIN_WEIGHT)
    const arcs = new Map<string, Arc[]>()
    const rules: State['rules'][number][] = []
    for (const { state: at, output: before, weight: factor } of reached) {
      for (const { input, output, weight, to } of network[at] ?? []) {
        if (typeof input === 'function') rules.push({ rule: input, output: before, weight: factor * weight, to })
        else if (input !== undefined) {
          const arc = { output: before + output, weight: factor * weight, to }
          arcs.set(input, [...(arcs.get(input) ?? []), arc])
        }
      }
    }
    return { arcs, rules, endings: reached.filter((one) => one.state === end) }
  })
}
