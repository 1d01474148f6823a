import { isInspection, inferKind } from '../../../../recognition/engines/embedded/license/infer-kind'

test.each(['货运', '非营运', '预约出租客运', '营转非'])('infers a use from %s', (text) => {
  expect(inferKind(text)).toBe('useCharacter')
})

test.each(['货运公司', '样例', '性质非营运', '运'])('infers nothing from %s', (text) => {
  expect(inferKind(text)).toBeUndefined()
})

test.each([
  '检验有效期至2027年07月粤B(01)',
  '苏E12345检验有效期至2016年03月苏E(苏州)',
  '苏E12345 检验有效期至2016年03月苏E(苏州)',
  '捡验有效期至 2016年03月',
])('%s is an inspection record', (text) => {
  expect(isInspection(text)).toBe(true)
})

test.each(['强制报废期止:2033-07-06', '苏E12345', '样例检验有效期至2016年03月'])(
  '%s is no inspection record',
  (text) => {
    expect(isInspection(text)).toBe(false)
  },
)
