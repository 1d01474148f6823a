import { MAX_SENT_BYTES } from '../../../miniprogram/vehicle-license/photo'
import { type Encoding, FIRST, LAST, next } from '../../../miniprogram/vehicle-license/picture/encodings'

/** As the IJG scales its tables with the quality. */
const coarseness = (quality: number): number => (quality < 0.5 ? 0.5 / quality : 2 - 2 * quality)

/** What an encoder makes of a picture of so many bytes at the first quality. */
const bytesOf = (firstBytes: number, exponent: number, { scale, quality }: Encoding): number =>
  firstBytes * scale ** 2 * (coarseness(FIRST.quality) / coarseness(quality)) ** exponent

// Measured with libjpeg: photos 0.5 to 0.58, noise 0.46 to 0.61, points of black and white 0.37.
const KINDS = [0.37, 0.46, 0.5, 0.58, 0.61]
const EXCESSES = [1, 1.01, 1.3, 2, 4, 10]

test.each(KINDS.flatMap((exponent) => EXCESSES.map((excess) => [exponent, excess] as const)))(
  'the second encode fits, whatever the picture: bytes fall with exponent %d, %d times the limit',
  (exponent, excess) => {
    const first = MAX_SENT_BYTES * excess
    const second = bytesOf(first, exponent, next({ encoding: FIRST, bytes: first }))
    expect(second).toBeLessThan(MAX_SENT_BYTES)
  },
)

test('it uses most of what it may, so that no more is lost than must be', () => {
  const first = MAX_SENT_BYTES * 1.3
  expect(bytesOf(first, 0.5, next({ encoding: FIRST, bytes: first }))).toBeGreaterThan(0.7 * MAX_SENT_BYTES)
})

test('a picture that would be too coarse is made smaller instead', () => {
  const { scale, quality } = next({ encoding: FIRST, bytes: 10 * MAX_SENT_BYTES })
  expect(quality).toBeGreaterThanOrEqual(0.39)
  expect(scale).toBeLessThan(1)
})

test('the last of all is the smallest', () => {
  const second = next({ encoding: FIRST, bytes: 1.5 * MAX_SENT_BYTES })
  expect(LAST.quality).toBeLessThan(second.quality)
  expect(LAST.scale).toBeLessThan(second.scale)
})
