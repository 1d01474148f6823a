import type { ReadCharacter } from '../ocr/ctc'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { LabelMatch } from './find-labels'
import { rightmostPlaceOf } from './layouts'

/** mm; nothing stands before labels this far left. */
const FIRST_COLUMN = 10
/** Characters that stand right before one: fewer may be dirt. */
const WORD = 2
const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** In widths of its own characters: farther from one, it is of another value. */
const APART = 2.2

/** Its label begins with a word that remarks have, too, and nothing stands before it. */
const ENGINE = 'engineNum'

/** Whether words of a value are a label only to all appearance: 曾用号牌号码, 压燃式发动机. */
export function isSaid<F extends Field>(
  glyphs: readonly ReadCharacter[],
  { spelling, start, end, errors }: LabelMatch<F>,
): boolean {
  const leftmost = spelling.fields.every(({ key }) => rightmostPlaceOf(key) < FIRST_COLUMN)
  const [first, last] = [glyphs[start], glyphs[end - 1]]
  const isPart = errors > 0 && (end - start < spelling.characters.length || spelling.fields[0]?.key === ENGINE)
  if ((!leftmost && !isPart) || !first || !last || start < WORD || end - start < 2) return false
  const width = (last.at - first.at) / (end - start - 1)
  const before = glyphs.slice(start - WORD, start + 1)
  return before.every(({ text, at }, i) => {
    const next = before[i + 1]
    return !next || (WORD_CHARACTER.test(text) && next.at - at < APART * width)
  })
}
