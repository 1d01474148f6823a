import type { Verdict } from './verdict'

interface Failure {
  readonly number?: number
  readonly made: string
  readonly problem: string
  /** Path of its input. */
  readonly file?: string
}

/** Summary of all cases. */
export interface Tally {
  readonly cases: number
  /** Count of each outcome. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Slowest first. */
  readonly slowest: readonly { readonly ms: number; readonly number: number }[]
  readonly peakMb?: number
  readonly failures: readonly Failure[]
}

const SLOWEST = 5

export const EMPTY: Tally = { cases: 0, outcomes: {}, slowest: [], failures: [] }

export function add(tally: Tally, verdict: Verdict, file: string | undefined): Tally {
  const { number, made, outcome, ms, problem } = verdict
  const ofCase = number === undefined ? {} : { number }
  const peakMb = Math.max(tally.peakMb ?? 0, verdict.peakMb ?? 0)
  const failure = problem !== undefined && { ...ofCase, made, problem, ...(file !== undefined && { file }) }
  return {
    cases: tally.cases + (number === undefined ? 0 : 1),
    outcomes: { ...tally.outcomes, [outcome]: (tally.outcomes[outcome] ?? 0) + 1 },
    slowest:
      number === undefined
        ? tally.slowest
        : [...tally.slowest, { ms, number }].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST),
    ...(peakMb > 0 && { peakMb }),
    failures: failure ? [...tally.failures, failure] : tally.failures,
  }
}

const describeFailure = ({ number, made, problem, file }: Failure): string =>
  [`${number === undefined ? '' : `#${number} `}${problem}`, `    ${made}`, ...(file ? [`    ${file}`] : [])].join('\n')

export function describe({ cases, outcomes, slowest, peakMb, failures }: Tally): string {
  const rows = Object.entries(outcomes).sort(([, a], [, b]) => b - a)
  return [
    ...rows.map(([outcome, count]) => `${String(count).padStart(8)}  ${outcome}`),
    `${cases} cases, the slowest ${slowest.map(({ ms, number }) => `${Math.round(ms)} ms (#${number})`).join(', ')}`,
    ...(peakMb === undefined ? [] : [`peak memory ${Math.round(peakMb)} MB`]),
    failures.length === 0 ? 'No failures.' : `${failures.length} failures:`,
    ...failures.map(describeFailure),
    '',
  ].join('\n')
}
