import { middleOf, type Rect } from '../../../../../miniprogram/image/rect'
import type { Piece } from '../split-line'
import { type Entry, NEXT_LINE, OVERLAP } from './entries'

/** In label heights: vertical distance between the middles of a label and its wrapped value. */
const OFF = 0.35

const around = (a: Rect, b: Rect): Rect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** Lines close below each other. */
interface Block {
  readonly rect: Rect
  readonly last: Rect
  readonly lines: readonly Piece[]
}

function blocksOf(pieces: readonly Piece[], unit: number): readonly Block[] {
  const blocks: Block[] = []
  for (const piece of [...pieces].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const { rect } = piece
    const index = blocks.findIndex(
      ({ last }) =>
        rect.left < last.right &&
        last.left < rect.right &&
        rect.top - last.bottom < NEXT_LINE * unit &&
        rect.top > last.top,
    )
    const block = blocks[index]
    if (!block) blocks.push({ rect, last: rect, lines: [piece] })
    else blocks[index] = { rect: around(block.rect, rect), last: rect, lines: [...block.lines, piece] }
  }
  return blocks
}

/** Pieces of wrapped values whose label is vertically centered beside them, as in a table. */
export function centered(pieces: readonly Piece[], entries: readonly Entry[], unit: number): ReadonlyMap<Piece, Entry> {
  return new Map(
    blocksOf(pieces, unit).flatMap(({ rect, lines }) => {
      const own =
        lines.length > 1 &&
        entries.find(
          (entry) =>
            rect.left > entry.rect.right - OVERLAP * unit &&
            Math.abs(middleOf(entry.rect).y - middleOf(rect).y) < OFF * unit,
        )
      return own ? lines.map((line) => [line, own] as const) : []
    }),
  )
}
