import {
  checkDate,
  checkMass,
  checkPlate,
  checkSize,
  checkVin,
  vinCheckDigit,
} from '../../miniprogram/vehicle-license/checks'

describe('checkPlate', () => {
  test.each([
    '粤B5K7T9',
    '冀A83P26',
    '沪AD38617',
    '粤BF12345',
    '鄂A12345D',
    '京A1234挂',
    '川A1234学',
    '粤Z1234港',
    '使001234',
  ])('accepts %s', (plate) => {
    expect(checkPlate(plate)).toBeUndefined()
  })

  test.each(['', 'B5K7T9', '粤B5K7TI', '粤B5K7TO', '粤B5K7T', '粤b5k7t9', '某B5K7T9', '粤BX12345', '粤BD1234567'])(
    'refuses "%s"',
    (plate) => {
      expect(checkPlate(plate)).toBeDefined()
    },
  )
})

describe('vinCheckDigit', () => {
  // The example that ISO 3779's successors and GB 16735 print: every character 1 has the check digit 1.
  test('of seventeen ones is 1', () => {
    expect(vinCheckDigit('11111111111111111')).toBe('1')
  })

  test('of a remainder of ten is X', () => {
    expect(vinCheckDigit('LXXAB12C0A0000023')).toBe('X')
  })

  test.each(['LXXAB12CXA000002', 'LXXAB12CXA00000238', 'IXXAB12CXA0000023', ''])('is undefined for "%s"', (vin) => {
    expect(vinCheckDigit(vin)).toBeUndefined()
  })
})

describe('checkVin', () => {
  test('accepts a VIN whose check digit fits', () => {
    expect(checkVin('LXXAB12CXA0000023')).toBeUndefined()
  })

  test('says how many characters there are', () => {
    expect(checkVin('LXXAB12CXA000002')?.en).toBe('Must have 17 characters, has 16')
  })

  test('names the letters that no VIN has', () => {
    expect(checkVin('OXXAB12CXA0000023')?.en).toContain('without I, O and Q')
  })

  test('finds a single misread character', () => {
    expect(checkVin('LXXAB12CXA0000024')?.zh).toContain('校验位')
  })
})

describe('checkDate', () => {
  test.each(['2018-07-06', '2020-02-29'])('accepts %s', (date) => {
    expect(checkDate(date)).toBeUndefined()
  })

  test.each(['2018-7-6', '2018-13-01', '2019-02-29', '2018年07月06日'])('refuses %s', (date) => {
    expect(checkDate(date)).toBeDefined()
  })
})

test('masses and sizes carry their unit, or are not applicable', () => {
  expect(checkMass('1995kg')).toBeUndefined()
  expect(checkMass('--')).toBeUndefined()
  expect(checkMass('1995')).toBeDefined()
  expect(checkSize('4582×1795×1458mm')).toBeUndefined()
  expect(checkSize('4582x1795x1458mm')).toBeUndefined()
  expect(checkSize('4582×1795mm')).toBeDefined()
})
