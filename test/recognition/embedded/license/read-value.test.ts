import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import { readValue } from '../../../../recognition/engines/embedded/license/read-value'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { write } from '../made-up'

test('a make without its model is invalid', () => {
  expect(readValue('model', [write('样例牌', 0, 0)])).toMatchObject({ text: '样例牌', decoding: { valid: false } })
  expect(readValue('model', [write('样例牌YL7153BEV', 0, 0)])?.decoding.valid).not.toBe(false)
  expect(readValue('model', [write('--', 0, 0)])?.decoding.valid).not.toBe(false)
})

describe('a VIN', () => {
  const read = (text: string) => readValue('vin', [write(text, 0, 0)])

  test('that passes its check is valid', () => {
    expect(read('LXXAB23E4H4067385')).toMatchObject({ decoding: { valid: true, repaired: false } })
  })

  test('with a wrong check digit is returned as read, and invalid', () => {
    const wrong = read('LXXAB23E4H4867385')
    expect(wrong).toMatchObject({ text: 'LXXAB23E4H4867385', decoding: { valid: false } })
    expect(wrong && confidenceOf(wrong)).toBeLessThan(0.95)
  })

  test('with a second candidate is the one that passes the check', () => {
    const line = write('LXXAB23E4H4867385', 0, 0)
    const steps = line.steps.map((step, i): Line['steps'][number] => {
      if (i !== 2 * 11 + 1) return step
      const candidates = [
        { text: '8', probability: 0.6 },
        { text: '0', probability: 0.3 },
      ]
      return { ...step, candidates }
    })
    const seen = readValue('vin', [{ ...line, steps }])
    expect(seen).toMatchObject({ text: 'LXXAB23E4H4067385', decoding: { valid: true, repaired: true } })
  })

  test('of 16 characters is returned as read, and invalid', () => {
    expect(read('LXXAB23E4H406738')).toMatchObject({ text: 'LXXAB23E4H406738', decoding: { valid: false } })
  })

  test('never has an I, an O or a Q', () => {
    expect(read('LXIAB23EOH4Q6738')?.text).toBe('LX1AB23E0H406738')
    expect(read('LXIAB23EOH4Q67385')?.text).toBe('LX1AB23E0H4067385')
  })

  test('that passes its check once an O is a zero is valid', () => {
    expect(read('LXXAB23E4H4O67385')).toMatchObject({ text: 'LXXAB23E4H4067385', decoding: { valid: true } })
    expect(read('LXXAB23E4H4O67386')).toMatchObject({ text: 'LXXAB23E4H4067386', decoding: { valid: false } })
  })

  test('read by half is none', () => {
    expect(read('LXXAB23E4')).toBeUndefined()
  })
})

test('text without Chinese is no vehicle type and no use', () => {
  expect(readValue('vehicleType', [write('11', 0, 0)])).toBeUndefined()
  expect(readValue('useCharacter', [write('11', 0, 0)])).toBeUndefined()
  expect(readValue('vehicleType', [write('小型轿车', 0, 0)])?.text).toBe('小型轿车')
  expect(readValue('useCharacter', [write('非营运', 0, 0)])?.text).toBe('非营运')
})

describe('a model', () => {
  /** A model of which the character at this place was read with this probability. */
  const read = (text: string, at: number, probability: number) => {
    const line = write(text, 0, 0)
    const candidates = [{ text: text[at] ?? '', probability }]
    const steps = line.steps.map((step, i) => (i === 2 * at + 1 ? { ...step, candidates } : step))
    return readValue('model', [{ ...line, steps }])
  }

  test.each(['YANGLI 1.6T', 'MINI COOPER 3.5T', '样例牌YL7153GL-i', '样例牌YL7153i', '样例牌YL7153 Sport'])(
    'of words is given as it was read: %s',
    (text) => {
      expect(readValue('model', [write(text, 0, 0)])).toMatchObject({ text, decoding: { repaired: false } })
    },
  )

  test('with an unlikely lower-case letter at its end is a misread code', () => {
    expect(read('样例牌YL7153GLb', 11, 0.95)?.text).toBe('样例牌YL7153GLb')
    expect(read('样例牌YL7153GLb', 11, 0.6)?.text).toBe('样例牌YL7153GL6')
  })

  test('with a lower-case letter before its end is a misread code', () => {
    expect(read('样例牌Yb7153', 4, 0.99)?.text).toBe('样例牌Y67153')
  })

  test('with lower-case letters like their capitals is a code', () => {
    expect(read('样例牌YL7153c', 9, 0.99)?.text).toBe('样例牌YL7153C')
  })
})

test('an inspection is read with the plate before it and the town behind it', () => {
  const text = '苏E12345检验有效期至2016年03月苏E(苏州)'
  expect(readValue('inspection', [write(text, 0, 0)])?.text).toBe(text)
  expect(readValue('inspection', [write(text.replace('检', ' 检'), 0, 0)])?.text).toBe(text)
})
