import { PATCH, IMAGE_WIDTH } from '../../../../recognition/engines/embedded/templates/character-images'
import { templateDistance, templateOf } from '../../../../recognition/engines/embedded/templates/template'

/** A ring `width` px wide, `off` px from the center. */
const ring = (width: number, off = 0): Float32Array =>
  Float32Array.from({ length: IMAGE_WIDTH * PATCH.height }, (_, i) => {
    const [x, y] = [
      (i % IMAGE_WIDTH) + 0.5 - IMAGE_WIDTH / 2 - off,
      Math.floor(i / IMAGE_WIDTH) + 0.5 - PATCH.height / 2,
    ]
    return Math.max(0, 1 - Math.abs(Math.hypot(x / width, y / 10) - 0.8) * 5)
  })

test('the same character is near the template, wherever it stands in its image', () => {
  const template = templateOf([ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(6, 5))).toBeLessThan(0.03)
})

test('a wider character is far from it', () => {
  const template = templateOf([ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(8.5))).toBeGreaterThan(0.09)
})

test('one bad image among several does not change the template', () => {
  const blot = new Float32Array(IMAGE_WIDTH * PATCH.height).fill(1, 200)
  const template = templateOf([blot, ring(6), ring(6, 3), ring(6, -2)])
  expect(template && templateDistance(template, ring(6))).toBeLessThan(0.03)
})

test('a template needs two images', () => {
  expect(templateOf([])).toBeUndefined()
  expect(templateOf([ring(6)])).toBeUndefined()
})

test('blank images make no template', () => {
  const blank = new Float32Array(IMAGE_WIDTH * PATCH.height)
  expect(templateOf([blank, blank, blank])).toBeUndefined()
})
