import { greedyDecode, type ReadCharacter } from '../ocr/ctc'
import { middleOf } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import { endOfEnglish } from './english'
import { partOf, type PlacedPiece } from './pieces'
import type { PlacedLabel } from './place-labels'
import { inferKind } from './infer-kind'

/** mm; smaller overlaps with a label are values printed too far left. */
const MIN_OVERLAP = 2.6
/** mm; placement tolerance of a label. */
const SLACK = 2.5
/** mm inside the right edge of a label that was read; characters centered left of it repeat the label. */
const INSIDE = 0.5
/** mm; vertical tolerance. */
const OFF = 0.3
/** mm between the middles of two boxes in one row, at most. */
const SAME_ROW = 3

/** A gap between two characters of a piece. */
interface Gap {
  /** Share (0..1) of the piece. */
  readonly at: number
  /** mm; centers of the characters on both sides. */
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

/** Multiple of the median gap from which a gap separates a label from its value. */
const SEPARATING = 1.3

/** The start or end of a label within a piece. */
interface Edge {
  /** Share (0..1) of the piece. */
  readonly at: number
  /** Whether a wide gap lies there. */
  readonly isGap: boolean
}

/** The widest gap near `x` mm, else the nearest one (a value printed over its label), else the nearer end of the piece. */
function edgeNear(piece: PlacedPiece, x: number): Edge {
  const gaps = gapsOf(piece)
  const widthOf = ({ from, to }: Gap): number => to - from
  const usual = median(gaps.map(widthOf)) ?? 0
  /** mm from `x` to the gap. */
  const off = ({ from, to }: Gap): number => Math.max(0, from + usual / 2 - x, x - to + usual / 2)
  const near = gaps.filter((gap) => off(gap) <= SLACK)
  const [widest] = [...near].sort((a, b) => widthOf(b) - widthOf(a))
  const [nearest] = [...near].sort((a, b) => off(a) - off(b))
  if (widest && widthOf(widest) > SEPARATING * usual) return { at: widest.at, isGap: true }
  return { at: nearest?.at ?? (x < middleOf(piece.rect).x ? 0 : 1), isGap: false }
}

function part(piece: PlacedPiece, from: number, to: number): PlacedPiece[] {
  const own = partOf(piece, from, to)
  return own.text.trim() === '' ? [] : [own]
}

/** Labels of fewer characters may be spaced to the width (mm) of one of four: 住　　址. */
const SPREAD = { characters: 4, width: 10.5 }

const isSpread = ({ field }: PlacedLabel): boolean => field.label.zh.length < SPREAD.characters

const textOf = (glyphs: readonly { readonly text: string }[]): string => glyphs.map(({ text }) => text).join('')

/** Separators between a label and its value. */
const SEPARATORS = /^[\s.:·：]$/

/** mm; rightmost center of a label's last character. In a label that was read, it is inside the box. */
const reachOf = (label: PlacedLabel): number =>
  label.found === 'zh' && !isSpread(label)
    ? label.rect.right - INSIDE
    : Math.max(label.rect.right, isSpread(label) ? label.rect.left + SPREAD.width : 0) + SLACK / 2

/** Strips the end of a label from the start of a piece. */
function clearRemains(piece: PlacedPiece, label: PlacedLabel): PlacedPiece[] {
  const { line, rect } = piece
  if (rect.left < label.rect.left - SLACK) return [piece]
  const reach = reachOf(label)
  const glyphs = greedyDecode(line.steps)
  const within = glyphs.filter(({ at }) => rect.left + at * (rect.right - rect.left) <= reach)
  const { zh } = label.field.label
  if (within.length === glyphs.length && glyphs.every(({ text }) => zh.includes(text))) return []
  const ends = within.map((_, i) => i + 1).filter((end) => zh.endsWith(textOf(glyphs.slice(0, end))))
  if (ends.length === 0) return [piece]
  const begins = glyphs.findIndex(({ text }, i) => i >= Math.max(...ends) && !SEPARATORS.test(text))
  const [last, next] = [glyphs[begins - 1], glyphs[begins]]
  return last && next ? part(piece, (last.at + next.at) / 2, 1) : []
}

const CODE = /^[0-9A-Z]$/i
/** mm before the right edge of a label; characters centered right of it are the value's. */
const LAST = 1.4

/** The end of a label (share of the piece), without characters of a value printed over it. */
function endOfLabel({ line, rect: own }: PlacedPiece, edge: Edge, label: PlacedLabel): number {
  if (edge.isGap) return edge.at
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

/** Strips from a piece what stands in the place of a Chinese label that was not recognized: its misread characters. */
function clearOne(whole: PlacedPiece, label: PlacedLabel): PlacedPiece[] {
  const { rect } = label
  if (whole.rect.left >= rect.left - SLACK && whole.rect.right <= rect.right + SLACK) return []
  const [piece] = clearRemains(whole, label)
  if (!piece) return []
  if (piece.rect.left > rect.right - MIN_OVERLAP || piece.rect.right < rect.left + MIN_OVERLAP / 2) return [piece]
  const begins = piece.rect.left >= rect.left - SLACK ? 0 : edgeNear(piece, rect.left).at
  const edge = piece.rect.right <= rect.right + SLACK ? undefined : edgeNear(piece, rect.right)
  const ends = edge && begins === 0 ? endOfLabel(piece, edge, label) : (edge?.at ?? 1)
  const before = begins > 0 ? part(piece, 0, begins) : []
  const taken = greedyDecode(piece.line.steps).filter(({ at }) => at >= begins && at < ends)
  const isLabel = taken.every(({ text }) => label.field.label.zh.includes(text))
  // Stripped characters that are not the label's may be the value's.
  const crossed = edge !== undefined && ends > begins && (!edge.isGap || !isLabel)
  const behind = ends < 1 && (ends > begins || begins === 0) ? part(piece, ends, 1) : []
  return [...before, ...behind.flatMap((one) => clearRemains(one, label)).map((one) => ({ ...one, crossed }))]
}

/** Probability; a less likely first character over a label that was read repeats the label's last one. */
const DOUBTFUL = 0.6

/** Strips a repeat of the label's last character: boxes of lines overlap. */
function clearEdge(piece: PlacedPiece, { rect }: PlacedLabel): PlacedPiece[] {
  const [first, second] = greedyDecode(piece.line.steps)
  const width = piece.rect.right - piece.rect.left
  const overlaps = piece.rect.left > rect.left + MIN_OVERLAP && piece.rect.left < rect.right
  if (!first || !second || !overlaps || first.probability > DOUBTFUL) return [piece]
  if (piece.rect.left + first.at * width > rect.right) return [piece]
  return part(piece, (first.at + second.at) / 2, 1).map((one) => ({ ...one, crossed: true }))
}

/** mm; largest gap between a Chinese label and the English one behind it. */
const ENGLISH_GAP = 3

/** Strips an English label from the start of a piece. */
function clearEnglish(piece: PlacedPiece, { field, rect }: PlacedLabel): PlacedPiece[] {
  if (piece.rect.left < rect.left || piece.rect.left > rect.right + ENGLISH_GAP) return [piece]
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

function clear(piece: PlacedPiece, label: PlacedLabel): PlacedPiece[] {
  const rest =
    label.found === 'zh' ? clearRemains(piece, label).flatMap((one) => clearEdge(one, label)) : clearOne(piece, label)
  return rest.flatMap((one) => clearEnglish(one, label))
}

/** Strips labels from the pieces that were read together with them. */
export function clearLabels(pieces: readonly PlacedPiece[], labels: readonly PlacedLabel[]): PlacedPiece[] {
  return pieces.flatMap((piece) => {
    if (inferKind(piece.text)) return [piece]
    const beside = labels.filter(({ rect }) => {
      const { y } = middleOf(rect)
      const off = Math.abs(y - middleOf(piece.rect).y)
      return y > piece.rect.top - OFF && y < piece.rect.bottom + OFF && off < SAME_ROW
    })
    return beside.reduce((parts, label) => parts.flatMap((one) => clear(one, label)), [piece])
  })
}
