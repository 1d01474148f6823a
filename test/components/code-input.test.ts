import { keysAt, MAX_LENGTH } from '../../miniprogram/components/code-input/keys'
import { erase, moveTo, press, startTyping, valueOf } from '../../miniprogram/components/code-input/typing'
import { checkPlate } from '../../miniprogram/vehicle-license/checks'

const typed = (value: string, ...keys: string[]): string =>
  valueOf(keys.reduce((typing, key) => press(typing, key, 17), startTyping(value)))

test('adds keys at the end, up to the maximum length', () => {
  expect(typed('粤B5K7T', '9')).toBe('粤B5K7T9')
  expect(typed('LXXAB12CXA0000023', '9')).toBe('LXXAB12CXA0000023')
})

test('a key replaces the tapped character', () => {
  const typing = press(moveTo(startTyping('LXXAB12CXA0O00023'), 11), '0', 17)
  expect(valueOf(typing)).toBe('LXXAB12CXA0000023')
  expect(typing.at).toBe(12)
})

test('erases backwards from the end, or the tapped character', () => {
  expect(valueOf(erase(startTyping('粤B5')))).toBe('粤B')
  expect(valueOf(erase(moveTo(startTyping('粤B5'), 1)))).toBe('粤5')
  expect(valueOf(erase(startTyping('')))).toBe('')
})

test('plates start with a province and have no I and O; VINs have no Q either', () => {
  const all = (layout: 'plate' | 'vin', at: number) => keysAt(layout, at).flat()
  expect(all('plate', 0)).toEqual(expect.arrayContaining(['京', '粤', '新', '使']))
  expect(all('plate', 0)).not.toContain('A')
  for (const letter of 'IO') expect(all('plate', 2)).not.toContain(letter)
  for (const letter of 'IOQ') expect(all('vin', 2)).not.toContain(letter)
  expect(all('vin', 0)).toHaveLength(33)
})

test.each(['粤B5K7T9', '沪AD38617', '粤B1234学', '京A1234警', '粤Z1234港', '使014001'])('%s can be typed', (plate) => {
  expect(checkPlate(plate)).toBeUndefined()
  Array.from(plate).forEach((character, at) => expect(keysAt('plate', at).flat()).toContain(character))
  expect(Array.from(plate).length).toBeLessThanOrEqual(MAX_LENGTH.plate)
})
