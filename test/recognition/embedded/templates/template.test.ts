import { PATCH, WHOLE } from '../../../../recognition/engines/embedded/templates/character-images'
import { templateDistance, templateOf } from '../../../../recognition/engines/embedded/templates/template'

/** A ring of a width, off the middle by so many px. */
const ring = (width: number, off = 0): Float32Array =>
  Float32Array.from({ length: WHOLE * PATCH.height }, (_, i) => {
    const [x, y] = [(i % WHOLE) + 0.5 - WHOLE / 2 - off, Math.floor(i / WHOLE) + 0.5 - PATCH.height / 2]
    return Math.max(0, 1 - Math.abs(Math.hypot(x / width, y / 10) - 0.8) * 5)
  })

test('a print of the same character is not strange, wherever in its patch it stands', () => {
  const template = templateOf([ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(6, 5))).toBeLessThan(0.03)
})

test('a wider one is', () => {
  const template = templateOf([ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(8.5))).toBeGreaterThan(0.09)
})

test('one bad print among several does not make the template another', () => {
  const blot = new Float32Array(WHOLE * PATCH.height).fill(1, 200)
  const template = templateOf([blot, ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(6))).toBeLessThan(0.03)
})

test('a single print, or none, is no template', () => {
  expect(templateOf([])).toBeUndefined()
  expect(templateOf([ring(6)])).toBeUndefined()
})

test('blank patches make no template that anything is like', () => {
  const blank = new Float32Array(WHOLE * PATCH.height)
  expect(templateOf([blank, blank, blank])).toBeUndefined()
})
