import type { Random } from './random'

export type Level = 'clean' | 'normal' | 'hard'

/** Relative frequencies. Those of 0 are chosen separately. */
const WEIGHTS = {
  'slashed-zero': 0,
  'dot-matrix': 3,
  'shifted-values': 3,
  'tilted-values': 1,
  'faded-print': 2,
  'seal-over-values': 2,
  wrinkles: 1,
  sleeve: 3,
  screen: 1,
  photocopy: 1,
  glare: 4,
  shadow: 3,
  dark: 2,
  overexposed: 1,
  perspective: 4,
  rotation: 2,
  blur: 3,
  'motion-blur': 2,
  noise: 3,
  'low-quality': 3,
  grayscale: 0.5,
  'small-upload': 0,
  fingers: 2.5,
  wallet: 2,
  scanner: 1.5,
  mosaic: 0.7,
  'crossed-out': 0.7,
  watermark: 2,
} as const

export type Degradation = keyof typeof WEIGHTS

/** The strength of each, 0..1. */
export type Degradations = ReadonlyMap<Degradation, number>

/** Groups whose members exclude each other: nobody would take such a photo, or nobody could read it. */
const EXCLUSIVE: readonly (readonly Degradation[])[] = [
  ['sleeve', 'screen', 'photocopy'],
  ['dark', 'overexposed'],
  ['blur', 'motion-blur'],
  ['overexposed', 'faded-print', 'glare'],
  ['overexposed', 'dot-matrix'],
  ['overexposed', 'sleeve'],
  ['dark', 'dot-matrix'],
  ['overexposed', 'photocopy'],
  ['dark', 'shadow'],
  ['dark', 'faded-print'],
  ['wrinkles', 'screen', 'photocopy'],
  ['dot-matrix', 'faded-print', 'screen'],
  ['grayscale', 'photocopy', 'seal-over-values'],
  ['small-upload', 'blur', 'motion-blur', 'low-quality', 'dot-matrix', 'faded-print', 'screen', 'noise'],
  ['fingers', 'shifted-values', 'tilted-values'],
  ['wallet', 'scanner', 'photocopy', 'screen'],
  ['scanner', 'fingers', 'sleeve', 'glare', 'shadow', 'dark', 'overexposed', 'perspective', 'motion-blur', 'noise'],
  ['watermark', 'dot-matrix', 'faded-print', 'overexposed'],
]

const exclude = (a: Degradation, b: Degradation): boolean =>
  EXCLUSIVE.some((group) => group.includes(a) && group.includes(b))

const NAMES = Object.keys(WEIGHTS) as Degradation[]

function draw(random: Random, chosen: readonly Degradation[]): Degradation {
  const left = NAMES.filter((name) => !chosen.includes(name) && !chosen.some((other) => exclude(other, name)))
  let rest = random.between(
    0,
    left.reduce((sum, name) => sum + WEIGHTS[name], 0),
  )
  return left.find((name) => (rest -= WEIGHTS[name]) < 0) ?? 'noise'
}

/** Share of normal and hard pictures that are only 400 to 600 px long. */
const SMALL_SHARE = 0.15

/** Chooses the degradations of one picture. Slashed zeros do not count, since they bother nobody. */
export function chooseDegradations(random: Random, level: Level): Degradations {
  const chosen = new Map<Degradation, number>()
  if (random.chance(0.4)) chosen.set('slashed-zero', 1)
  if (level === 'clean') {
    if (random.chance(0.2)) chosen.set('dot-matrix', 0.2)
    return chosen
  }
  if (random.chance(SMALL_SHARE)) chosen.set('small-upload', 1)
  const count = level === 'normal' ? random.int(1, 3) : random.int(2, 5)
  for (let i = 0; i < count; i++) {
    const strength = level === 'normal' ? random.between(0.2, 0.4) : random.between(0.65, 1)
    chosen.set(draw(random, [...chosen.keys()]), strength)
  }
  return chosen
}
