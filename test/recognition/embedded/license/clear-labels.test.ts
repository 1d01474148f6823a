import type { Rect } from '../../../../miniprogram/image/rect'
import { quadOf } from '../../../../miniprogram/image/quad'
import { type FieldKey, fieldOf } from '../../../../miniprogram/vehicle-license/fields'
import { clearLabels } from '../../../../recognition/engines/embedded/license/clear-labels'
import { pieceOf } from '../../../../recognition/engines/embedded/license/split-line'
import { partOf, type PlacedPiece } from '../../../../recognition/engines/embedded/license/pieces'
import type { PlacedLabel } from '../../../../recognition/engines/embedded/license/place-labels'

/** mm; half the height of a line, and the width of a character. */
const HALF = 1.5
const PITCH = 2

/** A label that was not read, from `left` to `right` in the row at `y`, mm. */
const unread = (key: FieldKey, left: number, right: number, y: number): PlacedLabel => ({
  field: fieldOf(key),
  rect: { left, right, top: y - HALF, bottom: y + HALF },
  found: undefined,
})

/** A piece of text in the row at `y`, every character as wide as the next, the spaces (in mm) between its parts apart. */
function piece(left: number, y: number, ...parts: (string | number)[]): PlacedPiece {
  let right = left
  const glyphs = parts.flatMap((part) => {
    if (typeof part === 'number') {
      right += part
      return []
    }
    return Array.from(part, (text) => {
      right += PITCH
      return { text, x: right - PITCH / 2 }
    })
  })
  const share = (x: number): number => (x - left) / (right - left)
  const steps = glyphs.flatMap(({ text, x }) => [
    { at: share(x - PITCH / 4), candidates: [{ text: '', probability: 1 }] },
    { at: share(x), candidates: [{ text, probability: 0.99 }] },
  ])
  const rect: Rect = { left, right, top: y - HALF, bottom: y + HALF }
  return { ...pieceOf({ box: quadOf(rect), steps }), rect }
}

const cleared = (from: PlacedPiece, label: PlacedLabel): string[] =>
  clearLabels([from], [label]).map(({ text }) => text)

test('a value that is printed over the end of a label that was not read keeps its first character', () => {
  expect(cleared(piece(50, 12, '忌贡8702kg'), unread('totalQuality', 50, 56, 12))).toEqual(['8702kg'])
  expect(cleared(piece(30, 54, '仲册曰2018-07-06'), unread('registerDate', 30, 38, 54))).toEqual(['2018-07-06'])
})

test('a wide gap parts a label from its value, though its middle is far from the end of the label', () => {
  const label = unread('totalQuality', 50, 56, 12)
  expect(cleared(piece(50, 12, '忌贡量', 7, '8702kg'), label)).toEqual(['8702kg'])
  // Seen 2 mm farther left than the label is expected.
  expect(cleared(piece(48, 12, '忌贡量', 5, '8702kg'), label)).toEqual(['8702kg'])
  // And 2 mm farther right: the gap nearest to its end lies between its own characters.
  expect(cleared(piece(32, 54, '仲册曰期', 3, '2018-07-06'), unread('registerDate', 30, 38, 54))).toEqual([
    '2018-07-06',
  ])
})

test('where no gap parts anything, the one nearest to the end of the label does, a little wider ones or not', () => {
  const label = unread('totalQuality', 50, 56, 12)
  expect(cleared(piece(50, 12, '忌贡量8', 0.3, '702kg'), label)).toEqual(['8702kg'])
})

test('a label cuts nothing off a line that does not run through its row', () => {
  const label = unread('model', 32, 41, 33.6)
  const line = '示例区测试路168号样例小区9栋'
  expect(cleared(piece(15, 33.6 - 2.8, line), label)).toEqual([line])
  expect(cleared(piece(15, 33.6, line), label)).not.toEqual([line])
})

test('what is left of a piece begins where it was read', () => {
  const whole = piece(50, 12, '忌贡量', 7, '8702kg')
  const { text, rect, line } = partOf(whole, 6 / 25, 1)
  expect(text).toBe('8702kg')
  // The first character begins at 63 mm.
  expect(rect.left).toBeGreaterThan(61)
  expect(rect.left).toBeLessThanOrEqual(63)
  expect(rect.right).toBeCloseTo(75)
  expect(line.box[0].x).toBeCloseTo(rect.left)
  const [kept] = clearLabels([whole], [unread('totalQuality', 50, 56, 12)])
  expect(kept?.rect.left).toBeGreaterThan(61)
})

test('room for hardly two characters before the first one is no part of it', () => {
  // The label ends at 56 mm, and the value begins at 58.2.
  const { text, rect } = partOf(piece(50, 12, '忌贡量', 2.2, '8702kg'), 6 / 20.2, 1)
  expect(text).toBe('8702kg')
  expect(rect.left).toBeGreaterThan(57)
})

test('a piece that was read from end to end keeps its box', () => {
  const whole = piece(50, 12, '总质量8702kg')
  expect(partOf(whole, 0, 1).rect).toEqual(whole.rect)
})

test('a value that is printed over most of a label keeps every digit', () => {
  expect(cleared(piece(50, 12, '忌8702kg'), unread('totalQuality', 50, 56, 12))).toEqual(['8702kg'])
  expect(cleared(piece(30, 54, '仲2018-07-06'), unread('registerDate', 30, 38, 54))).toEqual(['2018-07-06'])
})

test('before a wide gap even a digit is the label’s, misread', () => {
  const label = unread('totalQuality', 50, 56, 12)
  expect(cleared(piece(50, 12, '忌贡1', 7, '8702kg'), label)).toEqual(['8702kg'])
})

test('a Chinese character is the value’s from the middle of the label’s last one on', () => {
  const label = unread('owner', 4, 10, 19)
  expect(cleared(piece(4, 19, '听冇诸葛胜麒'), label)).toEqual(['诸葛胜麒'])
  expect(cleared(piece(3.2, 19, '听冇入诸葛胜麒'), label)).toEqual(['诸葛胜麒'])
})

test('a label of another row cuts nothing off a line, however high its box is', () => {
  const high = (y: number): PlacedPiece => {
    const one = piece(50, y, '忌贡量8702号')
    return { ...one, rect: { ...one.rect, top: y - 4, bottom: y + 4 } }
  }
  const label = unread('totalQuality', 50, 56, 12)
  expect(cleared(high(12 - 3.5), label)).toEqual(['忌贡量8702号'])
  expect(cleared(high(12 - 2.5), label)).toEqual(['8702号'])
})
