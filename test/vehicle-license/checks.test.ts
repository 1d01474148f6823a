import { checkVin } from '../../miniprogram/vehicle-license/checks'

test('a', () => {
  expect(checkVin('X')).toBeDefined()
})
