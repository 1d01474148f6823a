import { greedyDecode } from '../ocr/ctc'
import { cut, type Line } from '../ocr/line'

/** In distances between its characters: with more room than this before the first one, something there was not read. */
const ROOM = 1.5
/** So much of it is left: a wide character stands that far from the next. */
const LEFT = 0.9

/** Shares (0..1) of a line from where to where it was read: before that, and behind it, is room for more. */
export function extentOf({ steps }: Line): { readonly from: number; readonly to: number } {
  const places = greedyDecode(steps).map(({ at }) => at)
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || places.length < 3) return { from: 0, to: 1 }
  const pitch = (last - first) / (places.length - 1)
  return {
    from: first > ROOM * pitch ? first - LEFT * pitch : 0,
    to: 1 - last > ROOM * pitch ? last + LEFT * pitch : 1,
  }
}

/** A line without what was not read before its first character, and behind its last: its box is around what was read. */
export function trimmed(line: Line): Line {
  const { from, to } = extentOf(line)
  return from === 0 && to === 1 ? line : cut(line, from, to)
}
