import { EMPTY, vinPrior } from '../decode/priors'
import { boundsOf, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { type Quad, quadOf } from '../../../../miniprogram/image/quad'
import { decode, type Decoding } from '../decode'
import type { ValueKind } from '../decode/kinds'
import type { Line } from '../ocr/line'
import { isMasked, mayBeMasked } from './masked'
import type { Piece } from './split-line'

export interface Reading {
  readonly text: string
  /** Source of the confidence. */
  readonly decoding: Decoding
  /** In reading order; px of the view. */
  readonly lines: readonly Line[]
  /** Whether it may lack a piece or include a foreign one. */
  readonly gap?: boolean
  /** Whether nothing validates it: a free code, or a name on no list. */
  readonly unchecked?: boolean
}

export const sameRow = (a: Rect, b: Rect): boolean =>
  Math.abs(middleOf(a).y - middleOf(b).y) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2

/** Sorts by rows from top to bottom, each from left to right. */
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

/** In line heights; wider than the gap between two words of a value. */
const MIN_GAP = 1.2

/** Whether pieces in reading order leave room for a missing one. */
export function hasGap(pieces: readonly Piece[]): boolean {
  return pieces.some(({ rect }, i) => {
    const before = pieces[i - 1]
    return (
      before !== undefined &&
      sameRow(before.rect, rect) &&
      rect.left - before.rect.right > MIN_GAP * (rect.bottom - rect.top)
    )
  })
}

/** Kinds that fall back to free text, and whether that counts as invalid. */
const FALLBACK: Partial<Record<ValueKind, 'invalid' | 'unchecked'>> = {
  inspection: 'unchecked',
  model: 'invalid',
  engineNum: 'invalid',
  authority: 'invalid',
}

function decodeFallback(kind: ValueKind, steps: readonly Line['steps'][]): Decoding | undefined {
  const decoding = FALLBACK[kind] && decode('text', steps)
  return decoding && FALLBACK[kind] === 'invalid' ? { ...decoding, valid: false } : decoding
}

/** Models that are no code: with a displacement, or lower-case letters unlike their capitals. */
const WORDED = /[abdeghmnqrt][a-z]|[a-z][abdeghmnqrt]|\d\.\d|[A-Z\d]-?[abdeghimnqrt]$/
/** Probability of the weakest character, below which it may be a misread code. */
const MIN_WORDED = 0.7

/** Letters that look like digits, as digits. */
const folded = (text: string): string => text.replace(/O/g, '0').replace(/I/g, '1')

/** Whether two readings of a model agree but for punctuation, lower case and confusable digits. */
function isLike(code: string, asRead: string): boolean {
  const [a, b] = [code, asRead].map((text) => Array.from(folded(text.replace(/[\s.·-]/g, ''))))
  return a?.length === b?.length && b?.every((letter, i) => letter === a?.[i] || /[a-z]/.test(letter)) === true
}

/** Reads a model with words, such as MINI COOPER 3.5T, as free text if it otherwise agrees with the code. */
function modelAsRead(steps: readonly Line['steps'][], code: Decoding | undefined): Decoding | undefined {
  const asRead = decode('text', steps)
  if (!asRead || !WORDED.test(asRead.text) || asRead.weakest <= MIN_WORDED) return code
  return !code || isLike(code.text, asRead.text) ? asRead : code
}

/** Lengths that a misread VIN may have. */
const VIN_AS_READ = /^[A-Z0-9]{11,20}$/
/** GB 16735: letters that VINs exclude, and the digits they are misread from. */
const NO_VIN_LETTERS: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' }

/** Probability; a less likely character comes from the check digit alone. */
const MIN_SEEN = 0.02

/** Reads a VIN as printed where the decoded one is not supported by the recognizer. */
function vinAsRead(steps: readonly Line['steps'][], decoding: Decoding | undefined): Decoding | undefined {
  const isSeen = decoding && (!decoding.repaired || (decoding.valid !== false && decoding.weakest >= MIN_SEEN))
  if (isSeen) return decoding
  const asRead = decode('engineNum', steps)
  const text = asRead?.text.replace(/[IOQ]/g, (letter) => NO_VIN_LETTERS[letter] ?? letter)
  return asRead && text && VIN_AS_READ.test(text) ? { ...asRead, text, valid: vinPrior(text).valid } : decoding
}

/** Kinds whose values contain Chinese. */
const CHINESE: ReadonlySet<ValueKind> = new Set(['vehicleType', 'useCharacter'])
const HAN = /\p{Script=Han}/u

const UNCHECKED: ReadonlySet<ValueKind> = new Set(['model', 'engineNum'])

/** Reads lines as one value of a kind. */
export function readValue(kind: ValueKind, lines: readonly Line[]): Reading | undefined {
  const steps = lines.map((line) => line.steps)
  const ofKind = decode(kind, steps)
  const asRead = kind === 'vin' ? vinAsRead(steps, ofKind) : kind === 'model' ? modelAsRead(steps, ofKind) : undefined
  const decoding = asRead ?? ofKind ?? decodeFallback(kind, steps)
  if (!decoding || isMasked(decoding.text) || (CHINESE.has(kind) && !HAN.test(decoding.text))) return undefined
  const doubtful = kind !== 'vin' && mayBeMasked(decoding.text)
  const unchecked = UNCHECKED.has(kind) && decoding.text !== EMPTY
  return { text: decoding.text, decoding: doubtful ? { ...decoding, valid: false } : decoding, lines, unchecked }
}

/** Confidence of dashes by darkness (0..1): of 560 on drawn licenses, all above 0.6 were dashes. */
const dashConfidence = (darkness: number): number => 1 - (1 - darkness) ** 2

/** The reading of an empty value, from the darkness (0..1) of its dashes. */
export function emptyReading(darkness: number, box: Quad): Reading {
  const confidence = dashConfidence(darkness)
  const decoding = {
    text: EMPTY,
    posterior: confidence,
    fit: confidence,
    weakest: confidence,
    repaired: false,
    valid: undefined,
  }
  return { text: EMPTY, decoding, lines: [{ box, steps: [] }] }
}

/** Bounding box of a value, px of the view. */
export function boxOf({ lines }: Reading): Quad {
  const [only, another] = lines
  return only && !another ? only.box : quadOf(boundsOf(lines.flatMap(({ box }) => box)))
}
