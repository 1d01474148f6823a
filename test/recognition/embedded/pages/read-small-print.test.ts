import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import { missedLines } from '../../../../recognition/engines/embedded/pages/read-small-print'
import { write } from '../made-up'
import { LABEL_PLACES, MAIN_VALUES, print, PX_A_MM } from '../license/print'

const { x: X = 0, y: Y = 0 } = LABEL_PLACES.registerDate ?? {}

/** A small line so many mm behind the left edge of the label 注册日期, and below its middle. */
const small = (text: string, x: number, y: number) =>
  write(text, 100 + (X + x) * PX_A_MM, 94 + (Y + y) * PX_A_MM, 0.99, 12)

const date = small('2018-07-06', 14, 0)
const english = small('Register Date', 0, 2.4)

/** The lines of a page that are looked at again, beside a page on which this was read. */
function missed(values: typeof MAIN_VALUES) {
  const lines = print(values)
  const among = [...lines, date, english].map(({ box }) => box)
  return missedLines(among, extract(lines, FIELDS))
}

test('reads small print where a value is missing, not the English under the labels', () => {
  expect(missed({ ...MAIN_VALUES, registerDate: '' })).toEqual([date.box])
})

test('reads no small print when no value is missing', () => {
  expect(missed(MAIN_VALUES)).toEqual([])
})

test('reads lines that are too long or too small where an address continues', () => {
  const lines = print(MAIN_VALUES)
  const { x, y } = LABEL_PLACES.addr ?? { x: 0, y: 0 }
  const at = (text: string, lower: number, height: number) =>
    write(text, 100 + (x + 13) * PX_A_MM, 94 + (y + lower) * PX_A_MM, 0.99, height)
  const long = at('广东省样例市示例区测试镇幸福南路街道办事处第一社区居民委员会阳光家园', -3, 20)
  const short = at('902室', 3, 12)
  const far = at('902室', 8, 12)
  const among = [...lines, long, short, far].map(({ box }) => box)
  expect(missedLines(among, extract(lines, FIELDS))).toEqual([long.box, short.box])
})
