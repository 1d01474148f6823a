import { readSteps } from '../ocr/ctc'
import { cut } from '../ocr/line'
import { pieceOf } from './parts'
import type { PlacedPiece } from './pieces'

/** In heights of a line: no farther apart, two are one that was read twice. */
const SAME_PLACE = 0.3

/** Where the characters of a piece stand, mm. */
function charactersOf({ line, rect }: PlacedPiece): { text: string; x: number; at: number }[] {
  const width = rect.right - rect.left
  return readSteps(line.steps).map(({ text, at }) => ({ text, x: rect.left + at * width, at }))
}

/** Without its last character where the next piece begins with it: boxes around the parts of a line overlap. */
function withoutRepeat(piece: PlacedPiece, next: PlacedPiece): PlacedPiece[] {
  const [last, before] = charactersOf(piece).reverse()
  const [first] = charactersOf(next)
  const height = next.rect.bottom - next.rect.top
  if (last?.text !== first?.text || !last || !first) return [piece]
  if (Math.abs(last.x - first.x) > SAME_PLACE * height) return [piece]
  if (!before) return []
  const end = (before.at + last.at) / 2
  const right = piece.rect.left + end * (piece.rect.right - piece.rect.left)
  return [{ ...pieceOf(cut(piece.line, 0, end)), rect: { ...piece.rect, right } }]
}

/** Pieces in reading order, without the characters at their ends that were read twice. */
export const withoutRepeats = (pieces: readonly PlacedPiece[]): PlacedPiece[] =>
  pieces.flatMap((piece, i) => {
    const next = pieces[i + 1]
    return next ? withoutRepeat(piece, next) : [piece]
  })
