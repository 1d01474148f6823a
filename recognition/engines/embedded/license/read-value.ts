import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { decode, type Decoding } from '../decode'
import type { ValueKind } from '../decode/kinds'
import type { Line } from '../ocr/line'
import { boundsOf, middleOf, quadOf, type Rect } from '../pixels/geometry'
import type { Piece } from './parts'

export interface Reading {
  readonly text: string
  /** How it was decoded: what its confidence is made of. */
  readonly decoding: Decoding
  /** What it was read from, in reading order; px of the view. */
  readonly lines: readonly Line[]
  /** Whether there is room for more of it than was found, between its pieces or before them. */
  readonly gap?: boolean
}

export const sameRow = (a: Rect, b: Rect): boolean =>
  Math.abs(middleOf(a).y - middleOf(b).y) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2

/** Rows from top to bottom, each from left to right. */
export function inReadingOrder<P extends Piece>(pieces: readonly P[]): P[] {
  const rows: P[][] = []
  for (const piece of [...pieces].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && sameRow(first.rect, piece.rect)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.rect.left - b.rect.left))
}

/** In heights of the print: more room than between the words of a value. */
const ROOM = 1.2

/** Whether pieces in reading order leave room for another one. */
export function hasGap(pieces: readonly Piece[]): boolean {
  return pieces.some(({ rect }, i) => {
    const before = pieces[i - 1]
    return (
      before !== undefined &&
      sameRow(before.rect, rect) &&
      rect.left - before.rect.right > ROOM * (rect.bottom - rect.top)
    )
  })
}

/** Kinds whose values have a form mostly, and may be anything all the same; whether one of no form is whole is in doubt. */
const MOSTLY: Partial<Record<ValueKind, 'in doubt' | 'as good'>> = {
  inspection: 'as good',
  model: 'in doubt',
  engineNum: 'in doubt',
  authority: 'in doubt',
}

function decodeOtherwise(kind: ValueKind, steps: readonly Line['steps'][]): Decoding | undefined {
  const decoding = MOSTLY[kind] && decode('text', steps)
  return decoding && MOSTLY[kind] === 'in doubt' ? { ...decoding, valid: false } : decoding
}

/** Reads lines as one value of a kind. `undefined` if none is there. */
export function readValue(kind: ValueKind, lines: readonly Line[]): Reading | undefined {
  const steps = lines.map((line) => line.steps)
  const decoding = decode(kind, steps) ?? decodeOtherwise(kind, steps)
  return decoding && { text: decoding.text, decoding, lines }
}

/** Around a value; px of the view. */
export function boxOf({ lines }: Reading): Quad {
  const [only, another] = lines
  return only && !another ? only.box : quadOf(boundsOf(lines.flatMap(({ box }) => box)))
}
