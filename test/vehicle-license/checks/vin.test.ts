import { checkVin, vinCheckDigit } from '../../../miniprogram/vehicle-license/checks'

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

  test('names the letters that no VIN has', () => {
    expect(checkVin('OXXAB12CXA0000023')?.en).toContain('without I, O and Q')
  })

  // China's, by both of its letters, and North America's.
  test.each(['LXXAB12CXA0000024', 'HXXAB12C5A0000023', '1XXAB12CXA0000024'])(
    'finds a misread character in %s',
    (vin) => {
      expect(checkVin(vin)?.zh).toContain('校验位')
      expect(checkVin(vin)?.zh).toContain('认错')
    },
  )

  test('accepts what has no check digit where none is prescribed', () => {
    expect(checkVin('WXXZZZ1KZAW000023')).toBeUndefined()
    expect(checkVin('SXXAB12CAA0000023')).toBeUndefined()
  })

  test.each(['WXXAB12C5A0000023', 'VXXAB12C6A0000023', 'ZXXAB12C1A0000023', 'JXXAB12C1A0000023'])(
    'asks to compare %s, which may have none, and calls nothing misread',
    (vin) => {
      expect(checkVin(vin)?.zh).toContain('不一定有校验位')
      expect(checkVin(vin)?.zh).not.toContain('认错')
    },
  )

  test.each([7, 12, 16])('says that %i characters were enough for old vehicles', (length) => {
    expect(checkVin('1234567890123456'.slice(0, length))?.en).toMatch(new RegExp(`${length} characters.*before 1998`))
  })

  test.each([3, 18])('says that it has %i characters', (length) => {
    expect(checkVin('1'.repeat(length))?.en).toBe(`Must have 17 characters, has ${length}`)
  })
})
