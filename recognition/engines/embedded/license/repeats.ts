import { greedyDecode } from '../ocr/ctc'
import { partOf, type PlacedPiece } from './pieces'
import { sameRow } from './read-value'

/** In heights of a line: no farther apart, two are one that was read twice. */
const SAME_PLACE = 0.3

/** Share of a single character that stands on another one: it is part of that one. */
const PART = 0.5

/** Share of a piece's length that lies on the next one. */
const shareOn = ({ rect }: PlacedPiece, next: PlacedPiece): number =>
  (rect.right - next.rect.left) / (rect.right - rect.left)

/** Where the characters of a piece stand, mm. */
function charactersOf({ line, rect }: PlacedPiece) {
  const width = rect.right - rect.left
  return greedyDecode(line.steps).map((glyph) => ({ ...glyph, x: rect.left + glyph.at * width }))
}

/** A piece without its last character, or without its first. */
function shortened(piece: PlacedPiece, end: 'first' | 'last'): PlacedPiece[] {
  const characters = charactersOf(piece)
  const [a, b] = end === 'first' ? characters : characters.slice(-2)
  if (!a || !b) return []
  const middle = (a.at + b.at) / 2
  return [end === 'first' ? partOf(piece, middle, 1) : partOf(piece, 0, middle)]
}

/** Two pieces, of which the first ends with the character with which the second begins: once, where it was read surer. */
function readOnce(piece: PlacedPiece, next: PlacedPiece): PlacedPiece[] {
  const characters = charactersOf(piece)
  const last = characters.at(-1)
  const [first] = charactersOf(next)
  const height = next.rect.bottom - next.rect.top
  if (!last || !first || !sameRow(piece.rect, next.rect)) return [piece, next]
  const isPart = characters.length === 1 && shareOn(piece, next) > PART
  if (!isPart && Math.abs(last.x - first.x) > SAME_PLACE * height) return [piece, next]
  return last.probability <= first.probability
    ? [...shortened(piece, 'last'), next]
    : [piece, ...shortened(next, 'first')]
}

/** Pieces in reading order, without the characters at their ends that were read twice: boxes around lines overlap. */
export const withoutRepeats = (pieces: readonly PlacedPiece[]): PlacedPiece[] =>
  pieces.reduce<PlacedPiece[]>((read, piece) => {
    const last = read.at(-1)
    return last ? [...read.slice(0, -1), ...readOnce(last, piece)] : [piece]
  }, [])
