import { tellingKind } from '../../../../recognition/engines/embedded/license/telling'

test.each(['货运', '非营运', '预约出租客运', '营转非'])('%s tells that it is a use', (text) => {
  expect(tellingKind(text)).toBe('useCharacter')
})

test.each(['货运公司', '样例', '性质非营运', '运'])('%s does not', (text) => {
  expect(tellingKind(text)).toBeUndefined()
})
