import { quadOf } from '../../../../miniprogram/image/quad'
import { scaling } from '../../../../recognition/engines/embedded/pixels/affine'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'
import { sampleQuad } from '../../../../recognition/engines/embedded/pixels/sample-quad'

const [WIDTH, HEIGHT, PADDED] = [64, 48, 80]

/** Every fourth column is ink. */
function stripes(ink: number, paper: number): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT * 3)
  for (let i = 0; i < WIDTH * HEIGHT; i++) data.fill(i % 4 === 0 ? ink : paper, 3 * i, 3 * i + 3)
  return { data, width: WIDTH, height: HEIGHT, toSent: scaling(1, 1) }
}

const WHOLE = quadOf({ left: 0, top: 0, right: WIDTH, bottom: HEIGHT })
const sample = (picture: Picture, quad = WHOLE): Float32Array =>
  sampleQuad(picture, quad, { width: WIDTH, height: HEIGHT }, PADDED)

const contrast = (tensor: Float32Array): number => (tensor[10 * PADDED + 33] ?? 0) - (tensor[10 * PADDED + 32] ?? 0)

test('three planes from -1 to 1, zero in the padding', () => {
  const tensor = sample(stripes(0, 255))
  expect(tensor).toHaveLength(3 * PADDED * HEIGHT)
  expect(Math.min(...tensor)).toBeGreaterThanOrEqual(-1)
  expect(Math.max(...tensor)).toBeLessThanOrEqual(1)
  expect(tensor.subarray(WIDTH, PADDED).every((value) => value === 0)).toBe(true)
})

test('faded print gets the contrast of good print, which stays as it is', () => {
  expect(contrast(sample(stripes(0, 255)))).toBeCloseTo(2, 1)
  expect(contrast(sample(stripes(130, 160)))).toBeGreaterThan(1)
})

test('a line that is upside down is turned', () => {
  const picture = stripes(0, 255)
  picture.data.fill(255, 0, (picture.data.length / 3) * 2)
  const [a, b, c, d] = WHOLE
  const [upright, turned] = [sample(picture), sample(picture, [c, d, a, b])]
  expect(upright[5 * PADDED + 32]).toBeGreaterThan(0.8)
  // Column 32 from the other side is 31.
  expect(turned[5 * PADDED + 31]).toBeLessThan(0)
})
