import { greedyDecode } from '../ocr/ctc'
import { distance } from '../../../../miniprogram/image/point'
import { centerOf, heightOf, widthOf } from '../../../../miniprogram/image/quad'
import { cut, type Line, type Step } from '../ocr/line'
import { comparable, type Spelling } from './spellings'

/** Characters; longer labels are not spaced so far as to be split. */
const MAX_LENGTH = 3
/** In character heights: largest horizontal gap between two characters of a label. */
const MAX_GAP = 5
/** In character heights: largest vertical offset of these. */
const MAX_OFF = 0.4

const textOf = ({ steps }: Line): string =>
  comparable(
    greedyDecode(steps)
      .map(({ text }) => text)
      .join(''),
  )

/** Whether `next` follows `first` in its row. */
function isBehind(first: Line, next: Line): boolean {
  const [, b, c] = first.box
  const [a, , , d] = next.box
  const height = heightOf(first.box)
  const [from, to] = [
    { x: (b.x + c.x) / 2, y: (b.y + c.y) / 2 },
    { x: (a.x + d.x) / 2, y: (a.y + d.y) / 2 },
  ]
  const { y } = centerOf(first.box)
  return to.x > centerOf(first.box).x && distance(from, to) < MAX_GAP * height && Math.abs(to.y - y) < MAX_OFF * height
}

/** Joins two lines; every step keeps its place. */
function join(first: Line, next: Line): Line {
  const [a, , , d] = first.box
  const [, b, c] = next.box
  const whole = distance(a, b)
  const [ends, begins] = [widthOf(first.box) / whole, 1 - widthOf(next.box) / whole]
  const steps: Step[] = [
    ...first.steps.map((step) => ({ ...step, at: step.at * ends })),
    ...next.steps.map((step) => ({ ...step, at: begins + step.at * (1 - begins) })),
  ]
  return { box: [a, b, c, d], steps }
}

/** Cuts a line behind its first characters, if it has more. */
function cutBehind(line: Line, characters: number): readonly [Line, ...Line[]] {
  const glyphs = greedyDecode(line.steps)
  const [last, next] = [glyphs[characters - 1], glyphs[characters]]
  if (!last || !next) return [line]
  const edge = (last.at + next.at) / 2
  return [cut(line, 0, edge), cut(line, edge, 1)]
}

/** Joins labels spaced so widely that each character was detected as a line: 住　　址. */
export function joinSpacedLabels(lines: readonly Line[], spellings: readonly Spelling[]): Line[] {
  const left = new Set(lines)
  const joined: Line[] = []
  for (const { characters } of spellings.filter((one) => one.script === 'zh' && one.characters.length <= MAX_LENGTH)) {
    const label = characters.join('')
    for (const first of lines) {
      const begin = textOf(first)
      if (!left.has(first) || begin === '' || begin === label || !label.startsWith(begin)) continue
      const rest = label.slice(begin.length)
      const next = lines.find((line) => left.has(line) && textOf(line).startsWith(rest) && isBehind(first, line))
      if (!next) continue
      const [end, ...behind] = cutBehind(next, rest.length)
      left.delete(first)
      left.delete(next)
      joined.push(join(first, end), ...behind)
    }
  }
  return [...left, ...joined]
}
