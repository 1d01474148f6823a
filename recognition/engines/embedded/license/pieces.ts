import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { project } from '../../../../miniprogram/image/homography'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { cut } from '../ocr/line'
import { type Piece, pieceOf } from './parts'
import type { Sheet } from './sheets'
import { extentOf } from './trim'

/** A piece of text in its place on a page. */
export interface PlacedPiece extends Piece {
  /** mm of the page */
  readonly rect: Rect
}

/** The part of a piece between two shares (0..1) of its length, as far as it was read. */
export function partOf(piece: PlacedPiece, from: number, to: number): PlacedPiece {
  const { left, right } = piece.rect
  const part = cut(piece.line, from, to)
  const extent = extentOf(part)
  const at = (share: number): number => left + (from + share * (to - from)) * (right - left)
  const own = cut(part, extent.from, extent.to)
  const rect = { ...piece.rect, left: at(extent.from), right: at(extent.to) }
  return { ...pieceOf(own), rect, crossed: from === 0 && piece.crossed === true }
}

/** mm around a page where its text may stand: pages are placed to about a mm. */
const MARGIN = 1
/** mm; no value begins nearer to the right edge. */
const NEAR_EDGE = 2

/** Degrees off the rows of its page: text that runs so is written across the picture, not printed on the license. */
const ASLANT = 9

/** Which way a dash or two run is not told by the box around them. */
const WORDS = /[\p{L}\p{N}]/u

/** Whether text runs across the rows. */
export function isAslant(text: string, [a, b, c, d]: Quad): boolean {
  const across = Math.atan2(b.y + c.y - a.y - d.y, b.x + c.x - a.x - d.x)
  return WORDS.test(text) && Math.abs(across) > (ASLANT * Math.PI) / 180
}

function placeOn<F extends Field>(piece: Piece, { toPage }: Sheet<F>): PlacedPiece & { readonly aslant: boolean } {
  const quad = mapQuad(piece.line.box, (point) => project(toPage, point))
  return { ...piece, rect: boundsOf(quad), aslant: isAslant(piece.text, quad) }
}

/** mm by which a place lies outside of a page. */
const outside = ({ x, y }: { x: number; y: number }): number =>
  Math.max(0, -x, x - PAGE_MM.width) + Math.max(0, -y, y - PAGE_MM.height)

/** The pieces on each page: where two pages overlap by mistake, on the one in whose middle they are. */
export function placePieces<F extends Field>(pieces: readonly Piece[], sheets: readonly Sheet<F>[]): PlacedPiece[][] {
  const placed: PlacedPiece[][] = sheets.map(() => [])
  for (const piece of pieces) {
    const ways = sheets.map((sheet, index) => {
      const on = placeOn(piece, sheet)
      const middle = middleOf(on.rect)
      const central = Math.max(Math.abs(middle.x / PAGE_MM.width - 0.5), Math.abs(middle.y / PAGE_MM.height - 0.5))
      return { on, index, off: outside(middle), central }
    })
    const best = ways
      .filter(({ off, on }) => off <= MARGIN && !on.aslant && on.rect.left < PAGE_MM.width - NEAR_EDGE)
      .sort((a, b) => a.off - b.off || a.central - b.central)[0]
    if (best) placed[best.index]?.push(best.on)
  }
  return placed
}
