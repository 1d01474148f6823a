import { greedyDecode } from '../ocr/ctc'
import { cut, type Line } from '../ocr/line'

/** Two dates, and nothing else: the label between them was not read. */
const DATES = /^\s*[\dOØ]{4}-?[\dOØ]{2}-?[\dOØ]{2}\s*(?=[\dOØ]{4}-?[\dOØ]{2}-?[\dOØ]{2}\s*$)/u

/** Splits a line of two dates. */
export function splitDates(line: Line): Line[] {
  const glyphs = greedyDecode(line.steps)
  const [first = ''] = DATES.exec(glyphs.map(({ text }) => text).join('')) ?? []
  const [last, next] = [glyphs[first.length - 1], glyphs[first.length]]
  if (!last || !next) return [line]
  const edge = (last.at + next.at) / 2
  return [cut(line, 0, edge), cut(line, edge, 1)]
}
