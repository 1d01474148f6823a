import type { Random } from './random'
import type { SplitStyle, ValueFont } from './splits'
import type { Degradations } from './degradations'

/** How one printer prints values. */
export interface Printing {
  readonly font: ValueFont
  /** Em of values that have room. */
  readonly sizeMm: number
  /** em */
  readonly spacing: number
  readonly color: string
  /** Whether zeros of a plain font get a slash. */
  readonly stroke: boolean
  /** Offset of all values in mm. */
  readonly shift: { readonly x: number; readonly y: number }
  /** Random offset of each value in mm. */
  readonly jitter: number
  /** degrees */
  readonly tilt: number
  /** Only dot-matrix printers. */
  readonly dots: Dots | undefined
  /** Distorts letters and digits; absent keeps the font's shapes. */
  readonly narrow: Narrow | undefined
  /** 0..1: remaining ink at the palest spot. */
  readonly ribbon: number
}

interface Narrow {
  /** Advance width in em. */
  readonly pitch: number
  /** Factor of the font's height. */
  readonly tall: number
  /** degrees */
  readonly slant: number
}

interface Dots {
  /** mm */
  readonly pitch: number
  /** 0..1: missing ink between the dots. */
  readonly gaps: number
  /** mm between the blank rows of a broken pin. */
  readonly missing: number | undefined
}

/** Share of standard forms that are printed tall and narrow. */
const NARROW_SHARE = 0.75

const isMonospaced = ({ advance }: ValueFont): boolean => advance !== undefined

function pickFont(random: Random, { values }: SplitStyle, slashed: boolean): ValueFont {
  const faces = values.filter(({ zero }) => slashed || zero === 'plain')
  return random.pick(slashed && random.chance(0.6) ? faces.filter(({ zero }) => zero !== 'plain') : faces)
}

export function createPrinting(
  random: Random,
  style: SplitStyle,
  degradations: Degradations,
  isPlain: boolean,
): Printing {
  const slashed = degradations.has('slashed-zero')
  const isNarrow = !isPlain && random.chance(NARROW_SHARE)
  const font = isNarrow ? random.pick(style.values.filter(isMonospaced)) : pickFont(random, style, slashed)
  const far = 3 * (degradations.get('shifted-values') ?? 0)
  const angle = random.between(0, 2 * Math.PI)
  const dots = degradations.get('dot-matrix')
  return {
    font,
    sizeMm: isPlain ? random.between(2.6, 3.6) : random.between(3.3, 3.9),
    narrow: isNarrow
      ? { pitch: random.between(0.49, 0.57), tall: random.between(1.25, 1.5), slant: random.between(0, 10) }
      : undefined,
    spacing: random.chance(isNarrow ? 0.6 : 0.3) ? random.between(0.02, isNarrow ? 0.16 : 0.12) : 0,
    color: random.pick(
      isPlain ? ['#17181c', '#101216', '#26262c', '#1d2036'] : ['#17181c', '#2b2b30', '#3c3c44', '#4e4e58'],
    ),
    stroke: slashed && font.zero === 'plain',
    shift: { x: far * Math.cos(angle) + random.around(0.2), y: far * 0.8 * Math.sin(angle) + random.around(0.15) },
    jitter: degradations.has('shifted-values') ? 0.35 : 0.12,
    tilt: random.around(degradations.get('tilted-values') ?? 0.1),
    dots:
      dots === undefined
        ? undefined
        : {
            pitch: random.between(0.2, 0.24 + 0.06 * dots),
            gaps: 0.35 + 0.5 * dots,
            missing: dots > 0.6 && random.chance(0.6) ? random.between(2.1, 3.3) : undefined,
          },
    ribbon: 1 - 0.6 * (degradations.get('faded-print') ?? 0),
  }
}
