import { greedyDecode } from '../ocr/ctc'
import { cut, type Line } from '../ocr/line'

/** In character pitches; a wider margin contains something that was not read. */
const MAX_MARGIN = 1.5
/** In character pitches; margin to keep. */
const MARGIN = 0.9

/** Extent of the characters, as shares (0..1) of the line. */
export function extentOf({ steps }: Line): { readonly from: number; readonly to: number } {
  const places = greedyDecode(steps).map(({ at }) => at)
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || places.length < 3) return { from: 0, to: 1 }
  const pitch = (last - first) / (places.length - 1)
  return {
    from: first > MAX_MARGIN * pitch ? first - MARGIN * pitch : 0,
    to: 1 - last > MAX_MARGIN * pitch ? last + MARGIN * pitch : 1,
  }
}

/** Trims wide margins off a line. */
export function trimmed(line: Line): Line {
  const { from, to } = extentOf(line)
  return from === 0 && to === 1 ? line : cut(line, from, to)
}
