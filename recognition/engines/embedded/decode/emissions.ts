import type { Step } from '../ocr/line'

/** What may be read at a step: glyphs in half width, and nothing (''). */
export type Emission = ReadonlyMap<string, number>

/** Less likely candidates say nothing. */
const NEGLIGIBLE = 0.0008
/** A step that is surer than this is taken at its word. */
const SURE = 0.98

/** A ligature (㎏) stays one glyph. */
const narrow = (text: string): string => {
  const normal = text.normalize('NFKC')
  return Array.from(normal).length === 1 ? normal : text
}

/** The likeliest candidates of a step, the likeliest first. */
export function emissionOf({ candidates }: Step, most: number): Emission {
  const observation = new Map<string, number>()
  for (const { text, probability } of candidates) {
    if (probability < NEGLIGIBLE || observation.size >= most) break
    const glyph = narrow(text)
    observation.set(glyph, (observation.get(glyph) ?? 0) + probability)
    if (probability > SURE) break
  }
  return observation
}

/** What a zero with a stroke is taken for. */
const STROKED_ZERO = /^[869]$/
/** A runner-up is worth a thought from this share of the first choice on, and counts this much more then. */
const RUNNER_UP = 0.02
const UNKNOWN_SHAPE = 5

/**
 * The recognizer was taught few zeros with a stroke, and prefers 8 to them; but of an 8 it hardly ever thinks that it
 * may be a zero (of measured lines, where 0 was the runner-up of 8 it was right each time).
 */
export function favorZero(observation: Emission): Emission {
  const [[top, most] = ['', 0]] = observation
  const zero = observation.get('0') ?? 0
  if (!STROKED_ZERO.test(top) || zero < RUNNER_UP * most) return observation
  return new Map([...observation, ['0', UNKNOWN_SHAPE * zero]])
}

/** Of every step the likeliest, what stays the same being one: the recognizer's own reading. */
export function greedyText(observations: readonly Emission[]): string {
  let text = ''
  let previous = ''
  for (const observation of observations) {
    const [glyph = ''] = observation.keys()
    if (glyph !== previous) text += glyph
    previous = glyph
  }
  return text
}
