/** @param part - 0..1; 0.5 is the median */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One line of a result. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'x' | 'MB' | 'kB' | 'px' | '1/s' | 'count' | '%' | 'points'
  /** Absent if there is no goal. */
  readonly goal?: string
  readonly reached?: boolean
}

export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Section = readonly Figure[] | Table

const isTable = (section: Section): section is Table => 'rows' in section

const describe = ({ name, value, unit, goal, reached }: Figure): string => {
  const wanted = goal === undefined ? '' : `   goal ${goal}: ${reached ? 'met' : 'MISSED'}`
  return `  ${name.padEnd(62)}${value.toFixed(2).padStart(10)} ${unit.padEnd(6)}${wanted}`
}

/** Terminal columns; a Chinese character takes two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffdc]/g)?.length ?? 0)

const isNumber = (text: string): boolean => /^[-\d.,/ %]*$/.test(text)

/** Aligns words left and numbers right. */
function formatTable({ title, head, rows }: Table): string {
  const columns = head.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? '')
    return { width: Math.max(...[name, ...cells].map(widthOf)), isRight: cells.every(isNumber) }
  })
  const lines = [head, ...rows].map((row) =>
    columns.map(({ width, isRight }, column) => {
      const cell = row[column] ?? ''
      const space = ' '.repeat(width - widthOf(cell))
      return isRight ? space + cell : cell + space
    }),
  )
  return [`  ${title}`, ...lines.map((cells) => `  ${cells.join('   ').trimEnd()}`), ''].join('\n')
}

export const formatSection = (section: Section): string =>
  isTable(section) ? formatTable(section) : section.map(describe).join('\n')

/** One line of JSON per figure and per table row. */
export function jsonLines(bench: string, section: Section): readonly string[] {
  if (!isTable(section)) return section.map((figure) => JSON.stringify({ bench, ...figure }))
  const { title: table, head, rows } = section
  return rows.map((row) => {
    const cells = Object.fromEntries(head.map((name, column) => [name, row[column] ?? '']))
    return JSON.stringify({ bench, table, ...cells })
  })
}
