import { greedyDecode } from '../ocr/ctc'
import { isRed, redness } from '../ocr/ink'
import { cut, type Line } from '../ocr/line'

/** Share of red ink up to which a character is print; above it, and short of red, it is undecided. */
const MAX_PRINT_RED = 0.3
/** Characters; a shorter run of a color is noise, such as the frame of the seal. */
const MIN_RUN = 2

interface Run {
  readonly red: boolean | undefined
  readonly from: number
  readonly to: number
}

const joined = (runs: readonly Run[]): Run[] =>
  runs.reduce<Run[]>((all, run) => {
    const last = all.at(-1)
    if (!last || last.red !== run.red) return [...all, run]
    return [...all.slice(0, -1), { ...last, to: run.to }]
  }, [])

/** Splits a line where red and other print alternate, as under the seal. */
export function partsByColor(line: Line): Line[] {
  const glyphs = greedyDecode(line.steps)
  const edges = [0, ...glyphs.slice(1).map(({ at }, i) => ((glyphs[i]?.at ?? 0) + at) / 2), 1]
  const part = (from: number, to: number): Line => cut(line, edges[from] ?? 0, edges[to] ?? 1)
  const characters = glyphs.map((_, i): Run => {
    const own = part(i, i + 1)
    return { red: isRed(own) ? true : redness(own) < MAX_PRINT_RED ? false : undefined, from: i, to: i + 1 }
  })
  const sure = joined(characters).filter(({ red, from, to }) => red !== undefined && to - from >= MIN_RUN)
  const runs = joined(sure)
  if (runs.length < 2) return [line]
  // Undecided characters belong to the run before them.
  return runs.map((run, i) => part(i === 0 ? 0 : run.from, runs[i + 1]?.from ?? glyphs.length))
}
