import type { Scene } from './scene'
import { lengthwise, linesOnPages } from './lines-on-pages'
import { median, quantile } from '../../../../miniprogram/image/statistics'
import { distance } from '../../../../miniprogram/image/point'
import { type Quad, slice } from '../../../../miniprogram/image/quad'
import { patchOf } from './patch'

/** A piece of a line is so many of its heights long, and looked at in so many places. */
const LENGTH = 3
const ROWS = 10
/** Luminance of ink in shares of that of its paper: the lightest labels are below it. */
const PALE_INK = 0.66
/** So much more than most ink of the page: print that is faded all over is no glare. */
const PALER = 0.18
/** Of most paper's luminance; what is not brighter is pale for another reason. */
const BRIGHTER = 1.06

interface Piece {
  readonly ink: number
  readonly paper: number
}

function piecesOf({ picture }: Pick<Scene, 'picture'>, line: Quad): Piece[] {
  const size = distance(line[1], line[2])
  const count = Math.max(1, Math.round(distance(line[0], line[1]) / (LENGTH * size)))
  return Array.from({ length: count }, (_, i) => {
    const { data } = patchOf(picture, slice(line, i / count, (i + 1) / count), ROWS * LENGTH, ROWS)
    return { ink: quantile(data, 0.04), paper: quantile(data, 0.9) }
  })
}

function washedOutOn(seen: Omit<Scene, 'textHeight'>): number {
  const pieces = linesOnPages(seen).flatMap((line) => piecesOf(seen, lengthwise(line)))
  const paper = median(pieces.map((piece) => piece.paper)) ?? 0
  const pale = Math.max(PALE_INK, PALER + (median(pieces.map((piece) => piece.ink / piece.paper)) ?? 0))
  const washedOut = pieces.filter((piece) => piece.ink > pale * piece.paper && piece.paper > BRIGHTER * paper)
  return washedOut.length / Math.max(1, pieces.length)
}

/** Share of a page's print over which light lies: its paper is brighter than elsewhere, its ink pale. The worst page's. */
export const glareOf = ({ picture, lines, cards }: Omit<Scene, 'textHeight'>): number =>
  Math.max(0, ...cards.map((card) => washedOutOn({ picture, lines, cards: [card] })))
