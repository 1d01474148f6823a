import { inventLicense } from '../../../scripts/licenses/data'
import { chooseHidden, crossedOut, withoutHidden } from '../../../scripts/licenses/hidden'
import { PHRASES } from '../../../scripts/licenses/phrases'
import { createRandom } from '../../../scripts/licenses/random'

const license = inventLicense(createRandom('hidden'), PHRASES.dev)

test('hidden fields are not in the truth', () => {
  for (let i = 0; i < 50; i++) {
    const hidden = chooseHidden(createRandom(`hidden ${i}`), new Map([['mosaic', 1]]), ['main'], license)
    expect(hidden.size).toBeGreaterThan(0)
    const left = withoutHidden(license, hidden)
    for (const key of hidden.keys()) expect(left).not.toHaveProperty(key)
    expect(Object.keys(left).length).toBe(Object.keys(license).length - hidden.size)
  }
})

test('both plates are hidden, or neither', () => {
  for (let i = 0; i < 50; i++) {
    const random = createRandom(`plates ${i}`)
    const hidden = chooseHidden(random, new Map([['crossed-out', 1]]), ['main', 'duplicate'], license)
    expect(hidden.get('plateNum')).toBe(hidden.get('plateNumB'))
  }
})

test('nothing is hidden without that degradation', () => {
  expect(chooseHidden(createRandom('none'), new Map(), ['main'], license).size).toBe(0)
})

test.each([
  ['粤B12345', '粤XXXXXX'],
  ['王样例', '王XX'],
  ['LXXAB23E4H4067385', 'LXXAB2XXXXXX'],
])('%s becomes %s', (text, expected) => {
  expect(crossedOut(text)).toBe(expected)
})
