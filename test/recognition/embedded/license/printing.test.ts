import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { clean } from '../../../../recognition/engines/embedded/license/printing'

test.each<[FieldKind, string, string]>([
  ['plate', '粤 b·5K7T9', '粤B5K7T9'],
  ['vin', 'lxxAB23E4H4O67385', 'LXXAB23E4H4067385'],
  ['vin', 'LXXABIQ3', 'LXXAB103'],
  ['plate', '京OA1234', '京OA1234'],
  ['size', '4582x1795X1458mm', '4582×1795×1458mm'],
  ['size', '4582×1795*1458 mm', '4582×1795×1458mm'],
  ['size', '4582×1795×1458mmOH', '4582×1795×1458mm'],
  ['mass', '１７３５ｋｇ', '1735kg'],
  ['mass', '1735kg Load', '1735kg'],
  ['mass', '1735', '1735'],
  ['count', '5 人', '5人'],
  ['date', '2018—07–06', '2018-07-06'],
  ['text', '强制报废期止：2035-11-23', '强制报废期止:2035-11-23'],
  ['text', '样例 有限公司', '样例有限公司'],
  ['text', 'JOHN SMITH', 'JOHN SMITH'],
  ['mass', '——', '--'],
  ['text', '-', '--'],
])('%s %s is %s', (kind, text, value) => {
  expect(clean(kind, text)).toBe(value)
})
