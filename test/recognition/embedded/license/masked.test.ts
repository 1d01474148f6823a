import { isMasked, mayBeMasked } from '../../../../recognition/engines/embedded/license/masked'

test.each([
  'XXXX',
  'XXXXX',
  '京XXXXXX',
  '湘AXXXXX',
  '王xxxx',
  '李××××',
  'LXA9SRKXXXX',
  '王***',
  '样例路***号',
  '＊＊＊',
])('%s is covered', (text) => {
  expect(isMasked(text)).toBe(true)
})

test.each(['4GXXXX1', '王XXX', '王XXXX1', 'A**B', '4582×1795×1458mm', '--', ''])('%s is not', (text) => {
  expect(isMasked(text)).toBe(false)
})

test.each(['王XX', '4GXXXX1'])('%s may be a mask read in part', (text) => {
  expect(mayBeMasked(text)).toBe(true)
})

test.each(['王X', 'AXXB', '4582×1795×1458mm'])('%s may not', (text) => {
  expect(mayBeMasked(text)).toBe(false)
})
