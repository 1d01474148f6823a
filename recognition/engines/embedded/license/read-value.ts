import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { readSteps } from '../ocr/ctc'
import { boundsOf, middleOf, quadOf, type Rect } from '../pixels/geometry'
import type { Piece } from './parts'
import { canStand, clean } from './printing'

export interface Reading {
  readonly text: string
  /** 0..1: how likely every character is right, taken as independent of each other */
  readonly confidence: number
  /** px of the view */
  readonly box: Quad
}

const sameRow = (a: Rect, b: Rect): boolean =>
  Math.abs(middleOf(a).y - middleOf(b).y) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2

/** Rows from top to bottom, each from left to right. */
export function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => middleOf(a.rect).y - middleOf(b.rect).y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && sameRow(first.rect, piece.rect)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.rect.left - b.rect.left))
}

/** Reads the pieces of one value as what its kind allows. `undefined` if nothing is left of them. */
export function readValue(kind: FieldKind, pieces: readonly Piece[]): Reading | undefined {
  const ordered = inReadingOrder(pieces)
  const glyphs = ordered.flatMap(({ line }) => readSteps(line.steps, (character) => canStand(kind, character)))
  const text = clean(kind, glyphs.map((glyph) => glyph.text).join(''))
  const [only, another] = ordered
  if (text === '' || !only) return undefined
  const box = another ? quadOf(boundsOf(ordered.flatMap(({ line }) => line.box))) : only.line.box
  return { text, confidence: glyphs.reduce((product, { probability }) => product * probability, 1), box }
}
