import type { ReadCharacter } from '../ocr/ctc'
import type { LabelMatch } from './find-labels'
import { rightmostPlaceOf } from './layouts'

/** mm; labels left of this have nothing before them. */
const FIRST_COLUMN = 10
/** Characters right before the match; fewer may be noise. */
const MIN_WORD = 2
const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** In character widths; beyond this gap the text before belongs to another value. */
const MAX_GAP = 2.2

/** Its label starts with a word that remarks have too. */
const ENGINE = 'engineNum'

/** Whether a label match is really part of a value: 曾用号牌号码, 压燃式发动机. */
export function isPartOfValue(glyphs: readonly ReadCharacter[], { spelling, start, end, errors }: LabelMatch): boolean {
  const leftmost = spelling.fields.every(({ key }) => rightmostPlaceOf(key) < FIRST_COLUMN)
  const [first, last] = [glyphs[start], glyphs[end - 1]]
  const isPart = errors > 0 && (end - start < spelling.characters.length || spelling.fields[0]?.key === ENGINE)
  if ((!leftmost && !isPart) || !first || !last || start < MIN_WORD || end - start < 2) return false
  const width = (last.at - first.at) / (end - start - 1)
  const before = glyphs.slice(start - MIN_WORD, start + 1)
  return before.every(({ text, at }, i) => {
    const next = before[i + 1]
    return !next || (WORD_CHARACTER.test(text) && next.at - at < MAX_GAP * width)
  })
}
