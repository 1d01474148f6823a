/** The value below which so much of all lies; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One line of a benchmark's result. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'x' | 'MB' | '1/s' | 'count'
  /** What it should be, in words; nothing where it is only told. */
  readonly goal?: string
  readonly reached?: boolean
}

const describe = ({ name, value, unit, goal, reached }: Figure): string => {
  const wanted = goal === undefined ? '' : `   goal ${goal}: ${reached ? 'reached' : 'NOT reached'}`
  return `  ${name.padEnd(62)}${value.toFixed(2).padStart(10)} ${unit.padEnd(6)}${wanted}`
}

export const formatFigures = (figures: readonly Figure[]): string => figures.map(describe).join('\n')
