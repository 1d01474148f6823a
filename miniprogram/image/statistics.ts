const ranked = (values: ArrayLike<number>, share: number): number | undefined =>
  new Float64Array(values).sort()[Math.floor(share * (values.length - 1))]

/** The value that this share (0..1) of all values is below; 0 of none. */
export const quantile = (values: ArrayLike<number>, share: number): number => ranked(values, share) ?? 0

/** The middle one by size; of an even count the smaller of the two. */
export const median = (values: readonly number[]): number | undefined => ranked(values, 0.5)
