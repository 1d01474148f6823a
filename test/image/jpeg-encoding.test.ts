import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import {
  type Encoding,
  FALLBACK,
  FIRST_FULL_SIZE,
  FIRST_SHRUNK,
  MAX_LONG_SIDE,
  nextEncoding,
  planEncoding,
} from '../../miniprogram/image/jpeg-encoding'

/** As the IJG scales its tables with the quality. */
const coarseness = (quality: number): number => (quality < 0.5 ? 0.5 / quality : 2 - 2 * quality)

/** What an encoder makes of a picture of so many bytes at the first quality. */
const bytesOf = (firstBytes: number, exponent: number, { scale, quality }: Encoding): number =>
  firstBytes * scale ** 2 * (coarseness(FIRST_SHRUNK.quality) / coarseness(quality)) ** exponent

// Measured with libjpeg: photos 0.5 to 0.58, noise 0.46 to 0.61, points of black and white 0.37.
const KINDS = [0.37, 0.46, 0.5, 0.58, 0.61]
const EXCESSES = [1, 1.01, 1.3, 2, 4, 10]

test.each(KINDS.flatMap((exponent) => EXCESSES.map((excess) => [exponent, excess] as const)))(
  'the second encode fits, whatever the picture: bytes fall with exponent %d, %d times the limit',
  (exponent, excess) => {
    const first = MAX_SENT_BYTES * excess
    const second = bytesOf(first, exponent, nextEncoding({ encoding: FIRST_SHRUNK, bytes: first }))
    expect(second).toBeLessThan(MAX_SENT_BYTES)
  },
)

test('it uses most of what it may, so that no more is lost than must be', () => {
  const first = MAX_SENT_BYTES * 1.3
  expect(bytesOf(first, 0.5, nextEncoding({ encoding: FIRST_SHRUNK, bytes: first }))).toBeGreaterThan(
    0.7 * MAX_SENT_BYTES,
  )
})

test('a picture that would be too coarse is made smaller instead', () => {
  const { scale, quality } = nextEncoding({ encoding: FIRST_SHRUNK, bytes: 10 * MAX_SENT_BYTES })
  expect(quality).toBeGreaterThanOrEqual(0.39)
  expect(scale).toBeLessThan(1)
})

test('the last of all is the smallest', () => {
  const second = nextEncoding({ encoding: FIRST_SHRUNK, bytes: 1.5 * MAX_SENT_BYTES })
  expect(FALLBACK.quality).toBeLessThan(second.quality)
  expect(FALLBACK.scale).toBeLessThan(second.scale)
})

test.each([
  ['a photo of 12 megapixels', { width: 4032, height: 3024 }, { width: MAX_LONG_SIDE, height: 1650 }, FIRST_SHRUNK],
  ['a screenshot', { width: 1170, height: 2532 }, { width: 1170, height: 2532 }, FIRST_FULL_SIZE],
  ['one of 4 megapixels', { width: 2000, height: 2000 }, { width: 2000, height: 2000 }, FIRST_FULL_SIZE],
  ['one of a little more, no longer', { width: 2100, height: 2000 }, { width: 2100, height: 2000 }, FIRST_FULL_SIZE],
  ['a strip that no canvas holds', { width: 8000, height: 200 }, { width: MAX_LONG_SIDE, height: 55 }, FIRST_SHRUNK],
  ['a part of a picture', { width: 800.4, height: 500.6 }, { width: 800, height: 501 }, FIRST_FULL_SIZE],
])('%s is made smaller only where it has px to spare, and encoded finer where not', (_, natural, size, first) => {
  expect(planEncoding(natural)).toEqual({ size, first })
})
