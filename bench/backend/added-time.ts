import { type Figure, median, quantile } from '../figures'

/** What may be added at p50: so much of the peer's own time, or so many ms, whichever is more. */
const SHARE = 0.1
const MIN_MS = 2

/** What was measured in turn: ours, and the peer doing the same without us. */
export interface Pair {
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

/** A tenth of what the peer takes, or a little. */
export const defaultGoal = (peerMs: number): number => Math.max(peerMs * SHARE, MIN_MS)

/**
 * The times of both, and what ours adds at p50 and p99.
 *
 * @param goalOf - ms that may be added at p50, by the peer's own; where there is none, it is only told
 */
export function addedTime(name: string, { ours, peer }: Pair, goalOf?: (peerMs: number) => number): readonly Figure[] {
  const added = median(ours) - median(peer)
  const goalMs = goalOf?.(median(peer))
  return [
    { name: `${name}: peer, p50`, value: median(peer), unit: 'ms' },
    { name: `${name}: ours, p50`, value: median(ours), unit: 'ms' },
    {
      name: `${name}: added at p50`,
      value: added,
      unit: 'ms',
      ...(goalMs !== undefined && { goal: `<= ${goalMs.toFixed(1)} ms`, reached: added <= goalMs }),
    },
    { name: `${name}: added at p99`, value: quantile(ours, 0.99) - quantile(peer, 0.99), unit: 'ms' },
  ]
}
