import { greedyDecode } from '../ocr/ctc'
import { partOf, type PlacedPiece } from './pieces'
import { sameRow } from './read-value'

/** In line heights; nearer characters are one that was read twice. */
const SAME_PLACE = 0.3

/** Overlap of a single character with the next piece from which it is part of that. */
const MIN_OVERLAP = 0.5

/** Share of a piece that overlaps the next one. */
const shareOn = ({ rect }: PlacedPiece, next: PlacedPiece): number =>
  (rect.right - next.rect.left) / (rect.right - rect.left)

/** Characters of a piece with their x in mm. */
function charactersOf({ line, rect }: PlacedPiece) {
  const width = rect.right - rect.left
  return greedyDecode(line.steps).map((glyph) => ({ ...glyph, x: rect.left + glyph.at * width }))
}

/** A piece without its first or last character. */
function shortened(piece: PlacedPiece, end: 'first' | 'last'): PlacedPiece[] {
  const characters = charactersOf(piece)
  const [a, b] = end === 'first' ? characters : characters.slice(-2)
  if (!a || !b) return []
  const middle = (a.at + b.at) / 2
  return [end === 'first' ? partOf(piece, middle, 1) : partOf(piece, 0, middle)]
}

/** Drops the character that ends one piece and starts the next, where it is less likely. */
function dedupe(piece: PlacedPiece, next: PlacedPiece): PlacedPiece[] {
  const characters = charactersOf(piece)
  const last = characters.at(-1)
  const [first] = charactersOf(next)
  const height = next.rect.bottom - next.rect.top
  if (!last || !first || !sameRow(piece.rect, next.rect)) return [piece, next]
  const isPart = characters.length === 1 && shareOn(piece, next) > MIN_OVERLAP
  if (!isPart && Math.abs(last.x - first.x) > SAME_PLACE * height) return [piece, next]
  return last.probability <= first.probability
    ? [...shortened(piece, 'last'), next]
    : [piece, ...shortened(next, 'first')]
}

/** Dedupes characters at the ends of pieces in reading order: boxes of lines overlap. */
export const withoutRepeats = (pieces: readonly PlacedPiece[]): PlacedPiece[] =>
  pieces.reduce<PlacedPiece[]>((read, piece) => {
    const last = read.at(-1)
    return last ? [...read.slice(0, -1), ...dedupe(last, piece)] : [piece]
  }, [])
