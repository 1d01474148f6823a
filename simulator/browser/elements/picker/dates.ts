/** Number of columns by the picker's `fields`. */
const COLUMNS: Record<string, number> = { year: 1, month: 2, day: 3 }
const YEARS_AROUND = 50

interface Day {
  year: number
  month: number
  day: number
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

function parse(text: string, fallback: Day): Day {
  const [year = fallback.year, month = fallback.month, day = fallback.day] = text.split('-').filter(Boolean).map(Number)
  return { year, month, day }
}

const lastDay = (year: number, month: number): number => new Date(year, month, 0).getDate()

function bounds(start: string, end: string): [Day, Day] {
  const year = new Date().getFullYear()
  return [
    parse(start, { year: year - YEARS_AROUND, month: 1, day: 1 }),
    parse(end, { year: year + YEARS_AROUND, month: 12, day: 31 }),
  ]
}

/** Years, months of the selected year and days of the selected month, between `start` and `end` (YYYY-MM-DD). */
function ranges(selected: number[], start: string, end: string): [number[], number[], number[]] {
  const [first, last] = bounds(start, end)
  const years = numbers(first.year, last.year)
  const year = years[selected[0] ?? 0] ?? last.year
  const months = numbers(year === first.year ? first.month : 1, year === last.year ? last.month : 12)
  const month = months[Math.min(selected[1] ?? 0, months.length - 1)] ?? 1
  const inFirst = year === first.year && month === first.month
  const inLast = year === last.year && month === last.month
  return [years, months, numbers(inFirst ? first.day : 1, Math.min(lastDay(year, month), inLast ? last.day : 31))]
}

const SUFFIXES = ['年', '月', '日']

export const dateColumns = (selected: number[], start: string, end: string, fields: string): string[][] =>
  ranges(selected, start, end)
    .slice(0, COLUMNS[fields] ?? 3)
    .map((column, at) => column.map((number) => `${at === 0 ? number : twoDigits(number)}${SUFFIXES[at] ?? ''}`))

/** The selected indexes for a date, by default today. */
export function indexesOfDate(text: string, start: string, end: string, fields: string): number[] {
  const now = new Date()
  const { year, month, day } = parse(text, { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() })
  const indexes: number[] = []
  for (const value of [year, month, day].slice(0, COLUMNS[fields] ?? 3))
    indexes.push(Math.max(0, ranges(indexes, start, end)[indexes.length]?.indexOf(value) ?? 0))
  return indexes
}

/** `2020-01-31`, `2020-01` or `2020` */
export const dateOf = (columns: string[][], selected: number[]): string =>
  columns.map((column, at) => (column[Math.min(selected[at] ?? 0, column.length - 1)] ?? '').slice(0, -1)).join('-')

export const timeColumns = (): string[][] => [numbers(0, 23).map(twoDigits), numbers(0, 59).map(twoDigits)]
