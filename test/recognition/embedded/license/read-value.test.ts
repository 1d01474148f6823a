import { readValue } from '../../../../recognition/engines/embedded/license/read-value'
import { write } from '../made-up'

test('a make whose model was not seen is in doubt', () => {
  expect(readValue('model', [write('样例牌', 0, 0)])).toMatchObject({ text: '样例牌', decoding: { valid: false } })
  expect(readValue('model', [write('样例牌YL7153BEV', 0, 0)])?.decoding.valid).not.toBe(false)
  expect(readValue('model', [write('--', 0, 0)])?.decoding.valid).not.toBe(false)
})
