import { EMPTY, vinPrior } from '../decode/priors'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { type Quad, quadOf } from '../../../../miniprogram/image/quad'
import { decode, type Decoding } from '../decode'
import type { ValueKind } from '../decode/kinds'
import type { Line } from '../ocr/line'
import { isMasked, mayBeMasked } from './masked'
import type { Piece } from './parts'

export interface Reading {
  readonly text: string
  /** How it was decoded: what its confidence is made of. */
  readonly decoding: Decoding
  /** What it was read from, in reading order; px of the view. */
  readonly lines: readonly Line[]
  /** Whether there may be more of it than was found, or less: room for another piece, or one that is none of it. */
  readonly gap?: boolean
  /** Whether it is a code of any letters and digits, or a name of no list: nothing tells a misread one from a right one. */
  readonly unchecked?: boolean
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

/** What models have that are no code: displacements, and small letters that are like no capital, in words or last. */
const WORDED = /[abdeghmnqrt][a-z]|[a-z][abdeghmnqrt]|\d\.\d|[A-Z\d]-?[abdeghimnqrt]$/
/** Less sure than this they may be a code misread. */
const CLEAR = 0.7

/** What looks like a digit, as that digit. */
const folded = (text: string): string => text.replace(/O/g, '0').replace(/I/g, '1')

/** Whether two readings of a model are the same but for spaces, points, small letters and look-alikes of digits. */
function isLike(code: string, asRead: string): boolean {
  const [a, b] = [code, asRead].map((text) => Array.from(folded(text.replace(/[\s.·-]/g, ''))))
  return a?.length === b?.length && b?.every((letter, i) => letter === a?.[i] || /[a-z]/.test(letter)) === true
}

/** A model of words, as it was read: MINI COOPER 3.5T. Nothing else of it may be other than a code's. */
function modelAsRead(steps: readonly Line['steps'][], code: Decoding | undefined): Decoding | undefined {
  const asRead = decode('text', steps)
  if (!asRead || !WORDED.test(asRead.text) || asRead.weakest <= CLEAR) return code
  return !code || isLike(code.text, asRead.text) ? asRead : code
}

/** Fewer or more characters are no VIN that was misread. */
const VIN_AS_READ = /^[A-Z0-9]{11,20}$/
/** GB 16735: letters that VINs do without, and what is read as them. */
const NO_VIN_LETTERS: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' }

/** A character that the recognizer itself thinks less likely is put there by the check digit alone. */
const SEEN = 0.02

/** A VIN as it was read, where nothing of it that was seen passes the check, or where it is too long or too short. */
function vinAsRead(steps: readonly Line['steps'][], decoding: Decoding | undefined): Decoding | undefined {
  const isSeen = decoding && (!decoding.repaired || (decoding.valid !== false && decoding.weakest >= SEEN))
  if (isSeen) return decoding
  const asRead = decode('engineNum', steps)
  const text = asRead?.text.replace(/[IOQ]/g, (letter) => NO_VIN_LETTERS[letter] ?? letter)
  return asRead && text && VIN_AS_READ.test(text) ? { ...asRead, text, valid: vinPrior(text).valid } : decoding
}

/** Words that are none of the vocabulary, and not even Chinese, are no words. */
const WORDS: ReadonlySet<ValueKind> = new Set(['vehicleType', 'useCharacter'])
const HAN = /\p{Script=Han}/u

const UNCHECKED: ReadonlySet<ValueKind> = new Set(['model', 'engineNum'])

/** Reads lines as one value of a kind. `undefined` if none is there. */
export function readValue(kind: ValueKind, lines: readonly Line[]): Reading | undefined {
  const steps = lines.map((line) => line.steps)
  const ofKind = decode(kind, steps)
  const asRead = kind === 'vin' ? vinAsRead(steps, ofKind) : kind === 'model' ? modelAsRead(steps, ofKind) : undefined
  const decoding = asRead ?? ofKind ?? decodeOtherwise(kind, steps)
  if (!decoding || isMasked(decoding.text) || (WORDS.has(kind) && !HAN.test(decoding.text))) return undefined
  const doubtful = kind !== 'vin' && mayBeMasked(decoding.text)
  const unchecked = UNCHECKED.has(kind) && decoding.text !== EMPTY
  return { text: decoding.text, decoding: doubtful ? { ...decoding, valid: false } : decoding, lines, unchecked }
}

/**
 * How likely two bars so dark (0..1) are an empty value's: of 560 on licenses drawn for the purpose, all that were darker
 * than 0.6 were.
 */
const certaintyOf = (darkness: number): number => 1 - (1 - darkness) ** 2

/** A value of dashes, so dark (0..1): none is stated. */
export function emptyReading(darkness: number, box: Quad): Reading {
  const sure = certaintyOf(darkness)
  const decoding = { text: EMPTY, posterior: sure, fit: sure, weakest: sure, repaired: false, valid: undefined }
  return { text: EMPTY, decoding, lines: [{ box, steps: [] }] }
}

/** Around a value; px of the view. */
export function boxOf({ lines }: Reading): Quad {
  const [only, another] = lines
  return only && !another ? only.box : quadOf(boundsOf(lines.flatMap(({ box }) => box)))
}
