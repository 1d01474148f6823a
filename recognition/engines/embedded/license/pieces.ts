import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { project } from '../../../../miniprogram/image/homography'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { cut } from '../ocr/line'
import { type Piece, pieceOf } from './split-line'
import type { Sheet } from './sheets'
import { extentOf } from './trim'

/** A piece of text placed on a page. */
export interface PlacedPiece extends Piece {
  /** mm of the page */
  readonly rect: Rect
}

/** The part of a piece between two shares (0..1) of its length, trimmed to its characters. */
export function partOf(piece: PlacedPiece, from: number, to: number): PlacedPiece {
  const { left, right } = piece.rect
  const part = cut(piece.line, from, to)
  const extent = extentOf(part)
  const at = (share: number): number => left + (from + share * (to - from)) * (right - left)
  const own = cut(part, extent.from, extent.to)
  const rect = { ...piece.rect, left: at(extent.from), right: at(extent.to) }
  return { ...pieceOf(own), rect, crossed: from === 0 && piece.crossed === true }
}

/** mm; accuracy of the page placement. */
const MARGIN = 1
/** mm; no value starts nearer to the right edge. */
const EDGE = 2

/** Degrees; text rotated further is a watermark, not print of the license. */
const MAX_ROTATION = 9

/** The box of one or two dashes has no reliable direction. */
const WORDS = /[\p{L}\p{N}]/u

/** Whether text runs across the rows of its page. */
export function isAslant(text: string, [a, b, c, d]: Quad): boolean {
  const across = Math.atan2(b.y + c.y - a.y - d.y, b.x + c.x - a.x - d.x)
  return WORDS.test(text) && Math.abs(across) > (MAX_ROTATION * Math.PI) / 180
}

function placeOn(piece: Piece, { toPage }: Sheet): PlacedPiece & { readonly aslant: boolean } {
  const quad = mapQuad(piece.line.box, (point) => project(toPage, point))
  return { ...piece, rect: boundsOf(quad), aslant: isAslant(piece.text, quad) }
}

/** mm from a point to the page. */
const outside = ({ x, y }: { x: number; y: number }): number =>
  Math.max(0, -x, x - PAGE_MM.width) + Math.max(0, -y, y - PAGE_MM.height)

/** The pieces of each page. Where pages overlap by mistake, a piece goes to the page it is more central on. */
export function placePieces(pieces: readonly Piece[], sheets: readonly Sheet[]): PlacedPiece[][] {
  const placed: PlacedPiece[][] = sheets.map(() => [])
  for (const piece of pieces) {
    const ways = sheets.map((sheet, index) => {
      const on = placeOn(piece, sheet)
      const middle = middleOf(on.rect)
      const central = Math.max(Math.abs(middle.x / PAGE_MM.width - 0.5), Math.abs(middle.y / PAGE_MM.height - 0.5))
      return { on, index, off: outside(middle), central }
    })
    const best = ways
      .filter(({ off, on }) => off <= MARGIN && !on.aslant && on.rect.left < PAGE_MM.width - EDGE)
      .sort((a, b) => a.off - b.off || a.central - b.central)[0]
    if (best) placed[best.index]?.push(best.on)
  }
  return placed
}
