import { median, quantile } from '../../../../miniprogram/image/statistics'
import { distance } from '../../../../miniprogram/image/point'
import { type Quad, slice } from '../../../../miniprogram/image/quad'
import { lengthwise, linesOnPages } from './lines-on-pages'
import { patchOf } from './patch'
import type { Print } from './scene'

/** Length of a piece of a line, in its heights. */
const LENGTH = 3
/** px that a piece is sampled at. */
const ROWS = 10
/** Luminance of ink as a share of its paper's; the lightest labels are below it. */
const PALE_INK = 0.66
/** Added to the page's median share: print that is faded all over is no glare. */
const PALER = 0.18
/** Luminance as a share of the page's paper; other pale print is not overexposed. */
const BRIGHT_PAPER = 1.06

interface Piece {
  readonly ink: number
  readonly paper: number
}

function piecesOf(picture: Print['picture'], line: Quad): Piece[] {
  const height = distance(line[1], line[2])
  const count = Math.max(1, Math.round(distance(line[0], line[1]) / (LENGTH * height)))
  return Array.from({ length: count }, (_, i) => {
    const { data } = patchOf(picture, slice(line, i / count, (i + 1) / count), ROWS * LENGTH, ROWS)
    return { ink: quantile(data, 0.04), paper: quantile(data, 0.9) }
  })
}

function glareOn(page: Print): number {
  const pieces = linesOnPages(page).flatMap((line) => piecesOf(page.picture, lengthwise(line)))
  const paper = median(pieces.map((piece) => piece.paper)) ?? 0
  const pale = Math.max(PALE_INK, PALER + (median(pieces.map((piece) => piece.ink / piece.paper)) ?? 0))
  const overexposed = pieces.filter((piece) => piece.ink > pale * piece.paper && piece.paper > BRIGHT_PAPER * paper)
  return overexposed.length / Math.max(1, pieces.length)
}

/** Share (0..1) of a page's print that is pale on bright paper; the maximum over the pages. */
export const glareOf = ({ picture, lines, cards }: Print): number =>
  Math.max(0, ...cards.map((card) => glareOn({ picture, lines, cards: [card] })))
