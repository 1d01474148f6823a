import { greedyDecode } from '../ocr/ctc'
import { isRed, redness } from '../ocr/ink'
import { cut, type Line } from '../ocr/line'

/** Share of a character's ink that is red, at most, in print; between it and what is red, it may be either. */
const PRINT = 0.3
/** Fewer characters in a row are not of another color than those beside them: the seal's frame may run through one. */
const FEW = 2

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

/** The parts of a line that are printed in red, and those that are not: where the seal stands over print, lines are of both. */
export function partsByColor(line: Line): Line[] {
  const glyphs = greedyDecode(line.steps)
  const edges = [0, ...glyphs.slice(1).map(({ at }, i) => ((glyphs[i]?.at ?? 0) + at) / 2), 1]
  const part = (from: number, to: number): Line => cut(line, edges[from] ?? 0, edges[to] ?? 1)
  const characters = glyphs.map((_, i): Run => {
    const own = part(i, i + 1)
    return { red: isRed(own) ? true : redness(own) < PRINT ? false : undefined, from: i, to: i + 1 }
  })
  const sure = joined(characters).filter(({ red, from, to }) => red !== undefined && to - from >= FEW)
  const runs = joined(sure)
  if (runs.length < 2) return [line]
  // What is of neither for sure belongs to the run before it.
  return runs.map((run, i) => part(i === 0 ? 0 : run.from, runs[i + 1]?.from ?? glyphs.length))
}
