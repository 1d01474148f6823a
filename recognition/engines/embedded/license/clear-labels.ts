import { greedyDecode, type ReadCharacter } from '../ocr/ctc'
import { middleOf } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { endOfEnglish } from './english'
import { partOf, type PlacedPiece } from './pieces'
import type { PlacedLabel } from './place-labels'
import { tellingKind } from './telling'

/** mm: print this little into the place of a label is a value that was printed too far left. */
const TOUCHES = 2.6
/** mm by which a label may lie elsewhere than expected. */
const SLACK = 2.5
/** mm within the box of a label that was read: what has its middle there is that label's once more. */
const READ_ONCE = 0.5
/** mm by which a label may be seen higher or lower than it stands; one of another row is farther away. */
const OFF = 0.3
const SAME_ROW = 3

/** A gap between two characters of a piece. */
interface Gap {
  /** Share (0..1) of the piece. */
  readonly at: number
  /** mm: the middles of the characters that it lies between. */
  readonly from: number
  readonly to: number
}

function gapsOf({ line, rect }: PlacedPiece): Gap[] {
  const width = rect.right - rect.left
  const glyphs = greedyDecode(line.steps)
  return glyphs.slice(1).map((glyph, i) => {
    const before = glyphs[i]?.at ?? 0
    const at = (before + glyph.at) / 2
    return { at, from: rect.left + before * width, to: rect.left + glyph.at * width }
  })
}

/** In gaps between the characters of a piece: a wider one parts a label from its value. */
const PARTING = 1.3

/** Where a label ends or begins. */
interface Edge {
  /** Share (0..1) of the piece. */
  readonly at: number
  /** Whether a gap parts it from what is beside it. */
  readonly parts: boolean
}

/**
 * The widest gap near a place, mm, or the nearest one, where no gap parts anything: a value printed over its label. The
 * nearest edge of the piece if there is none.
 */
function edgeNear(piece: PlacedPiece, x: number): Edge {
  const gaps = gapsOf(piece)
  const widthOf = ({ from, to }: Gap): number => to - from
  const usual = median(gaps.map(widthOf)) ?? 0
  /** mm by which a place lies outside of a gap, between its characters' edges. */
  const off = ({ from, to }: Gap): number => Math.max(0, from + usual / 2 - x, x - to + usual / 2)
  const near = gaps.filter((gap) => off(gap) <= SLACK)
  const [widest] = [...near].sort((a, b) => widthOf(b) - widthOf(a))
  const [nearest] = [...near].sort((a, b) => off(a) - off(b))
  if (widest && widthOf(widest) > PARTING * usual) return { at: widest.at, parts: true }
  return { at: nearest?.at ?? (x < middleOf(piece.rect).x ? 0 : 1), parts: false }
}

function part(piece: PlacedPiece, from: number, to: number): PlacedPiece[] {
  const own = partOf(piece, from, to)
  return own.text.trim() === '' ? [] : [own]
}

/** A label of fewer characters may be spread to the width of one of four, mm: 住　　址. */
const SPREAD = { characters: 4, width: 10.5 }

const isSpread = <F extends Field>({ field }: PlacedLabel<F>): boolean => field.label.zh.length < SPREAD.characters

const textOf = (glyphs: readonly { readonly text: string }[]): string => glyphs.map(({ text }) => text).join('')

/** What may stand between a label and its value. */
const POINTS = /^[\s.:·：]$/

/** mm: how far the last character of a label may be seen. Where it was read already, its middle is well within its box. */
const reachOf = <F extends Field>(label: PlacedLabel<F>): number =>
  label.found === 'zh' && !isSpread(label)
    ? label.rect.right - READ_ONCE
    : Math.max(label.rect.right, isSpread(label) ? label.rect.left + SPREAD.width : 0) + SLACK / 2

/** Takes off a piece the end of a label, as far as that may reach, where it begins with it. */
function clearRemains<F extends Field>(piece: PlacedPiece, label: PlacedLabel<F>): PlacedPiece[] {
  const { line, rect } = piece
  if (rect.left < label.rect.left - SLACK) return [piece]
  const reach = reachOf(label)
  const glyphs = greedyDecode(line.steps)
  const within = glyphs.filter(({ at }) => rect.left + at * (rect.right - rect.left) <= reach)
  const { zh } = label.field.label
  if (within.length === glyphs.length && glyphs.every(({ text }) => zh.includes(text))) return []
  const ends = within.map((_, i) => i + 1).filter((end) => zh.endsWith(textOf(glyphs.slice(0, end))))
  if (ends.length === 0) return [piece]
  const begins = glyphs.findIndex(({ text }, i) => i >= Math.max(...ends) && !POINTS.test(text))
  const [last, next] = [glyphs[begins - 1], glyphs[begins]]
  return last && next ? part(piece, (last.at + next.at) / 2, 1) : []
}

const CODE = /^[0-9A-Z]$/i
/** mm before the end of a label's box: the middle of a larger character that stands there is behind the label's last. */
const LAST = 1.4

/** The end of a label (share of the piece), without what the value begins with where that is printed over it. */
function endOfLabel<F extends Field>({ line, rect: own }: PlacedPiece, edge: Edge, label: PlacedLabel<F>): number {
  if (edge.parts) return edge.at
  const glyphs = greedyDecode(line.steps)
  const { zh } = label.field.label
  const isValue = (glyph: ReadCharacter | undefined): boolean => {
    if (!glyph || zh.includes(glyph.text)) return false
    return CODE.test(glyph.text) || own.left + glyph.at * (own.right - own.left) > label.rect.right - LAST
  }
  let begins = glyphs.filter(({ at }) => at < edge.at).length
  const before = begins
  while (isValue(glyphs[begins - 1])) begins--
  const [last, first] = [glyphs[begins - 1], glyphs[begins]]
  return begins === before ? edge.at : last && first ? (last.at + first.at) / 2 : 0
}

/** Takes out of a piece what stands where a Chinese label must be that was not read as one: it is what was made of it. */
function clearOne<F extends Field>(whole: PlacedPiece, label: PlacedLabel<F>): PlacedPiece[] {
  const { rect } = label
  if (whole.rect.left >= rect.left - SLACK && whole.rect.right <= rect.right + SLACK) return []
  const [piece] = clearRemains(whole, label)
  if (!piece) return []
  if (piece.rect.left > rect.right - TOUCHES || piece.rect.right < rect.left + TOUCHES / 2) return [piece]
  const begins = piece.rect.left >= rect.left - SLACK ? 0 : edgeNear(piece, rect.left).at
  const edge = piece.rect.right <= rect.right + SLACK ? undefined : edgeNear(piece, rect.right)
  const ends = edge && begins === 0 ? endOfLabel(piece, edge, label) : (edge?.at ?? 1)
  const before = begins > 0 ? part(piece, 0, begins) : []
  const taken = greedyDecode(piece.line.steps).filter(({ at }) => at >= begins && at < ends)
  const isLabel = taken.every(({ text }) => label.field.label.zh.includes(text))
  // What was taken for the label and is none of its characters may be the value's.
  const crossed = edge !== undefined && ends > begins && (!edge.parts || !isLabel)
  const behind = ends < 1 && (ends > begins || begins === 0) ? part(piece, ends, 1) : []
  return [...before, ...behind.flatMap((one) => clearRemains(one, label)).map((one) => ({ ...one, crossed }))]
}

/** What was read with less than this, where a label was read already, is the label's last character once more. */
const DOUBTFUL = 0.6

/** Takes off a piece what of it is still the label before it: boxes around lines overlap. */
function clearEdge<F extends Field>(piece: PlacedPiece, { rect }: PlacedLabel<F>): PlacedPiece[] {
  const [first, second] = greedyDecode(piece.line.steps)
  const width = piece.rect.right - piece.rect.left
  const overlaps = piece.rect.left > rect.left + TOUCHES && piece.rect.left < rect.right
  if (!first || !second || !overlaps || first.probability > DOUBTFUL) return [piece]
  if (piece.rect.left + first.at * width > rect.right) return [piece]
  return part(piece, (first.at + second.at) / 2, 1).map((one) => ({ ...one, crossed: true }))
}

/** mm behind a label within which the English one begins that forms may print there. */
const ENGLISH_BEGINS = 3

/** Takes off a piece the English label that it begins with. */
function clearEnglish<F extends Field>(piece: PlacedPiece, { field, rect }: PlacedLabel<F>): PlacedPiece[] {
  if (piece.rect.left < rect.left || piece.rect.left > rect.right + ENGLISH_BEGINS) return [piece]
  const glyphs = greedyDecode(piece.line.steps)
  const begins = endOfEnglish(
    glyphs.map(({ text }) => text),
    0,
    field,
  )
  const [last, next] = [glyphs[begins - 1], glyphs[begins]]
  if (!last) return [piece]
  return next ? part(piece, (last.at + next.at) / 2, 1) : []
}

function clear<F extends Field>(piece: PlacedPiece, label: PlacedLabel<F>): PlacedPiece[] {
  const rest =
    label.found === 'zh' ? clearRemains(piece, label).flatMap((one) => clearEdge(one, label)) : clearOne(piece, label)
  return rest.flatMap((one) => clearEnglish(one, label))
}

/** Takes the labels out of the pieces that were read together with them. */
export function clearLabels<F extends Field>(
  pieces: readonly PlacedPiece[],
  labels: readonly PlacedLabel<F>[],
): PlacedPiece[] {
  return pieces.flatMap((piece) => {
    if (tellingKind(piece.text)) return [piece]
    const beside = labels.filter(({ rect }) => {
      const { y } = middleOf(rect)
      const off = Math.abs(y - middleOf(piece.rect).y)
      return y > piece.rect.top - OFF && y < piece.rect.bottom + OFF && off < SAME_ROW
    })
    return beside.reduce((parts, label) => parts.flatMap((one) => clear(one, label)), [piece])
  })
}
