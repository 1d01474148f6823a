import { countDivisions } from '../../../../recognition/engines/embedded/decode/divisions'

test.each([
  ['河南省漯河市郾城区海河路8号', 3],
  ['山东省济南市市中区测试路8号', 3],
  ['河南省漯河市环城区海河路8号', 2],
  ['河南省郾城区海河路8号', 2],
  ['漯河市郾城区海河路8号', 2],
  ['北京市朝阳区测试路8号', 2],
  ['广东省漯河市海河路8号', 1],
  ['样例省样例市测试路8号', 0],
  ['', 0],
])('%s starts with %d nested divisions', (text, count) => {
  expect(countDivisions(text)).toBe(count)
})
