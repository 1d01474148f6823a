const BINS = 1024

/** The value that this share (0..1) of all values is below, exact to a thousandth of `largest`; 0 of none. */
export function quantile(values: Float32Array, share: number, largest = 255): number {
  const counts = new Uint32Array(BINS)
  const scale = (BINS - 1) / largest
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.round(value * scale)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  let left = share * (values.length - 1)
  const found = counts.findIndex((count) => (left -= count) < 0)
  return Math.max(0, found) / scale
}

/** The one in the middle of a few; 0 of none. */
export const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
