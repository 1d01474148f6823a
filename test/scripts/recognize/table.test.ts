import { layOut } from '../../../scripts/recognize/table'

test('Chinese characters are two columns wide', () => {
  const rows = [
    ['住址', 'Address', 'x'],
    ['核定载人数', 'A', 'y'],
  ]
  expect(layOut(rows)).toBe('住址        Address  x\n核定载人数  A        y')
})
