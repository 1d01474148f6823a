import { type Figure, median, quantile } from '../figures'

/** Allowed overhead at p50: a share of the peer's time, but min 2 ms. */
const SHARE = 0.1
const MIN_MS = 2

/** Times in ms, measured alternately. */
export interface Pair {
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

export const defaultGoal = (peerMs: number): number => Math.max(peerMs * SHARE, MIN_MS)

/**
 * Reports both times and the overhead at p50 and p99.
 *
 * @param goalOf - allowed overhead at p50 in ms, given the peer's; default: no goal
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
