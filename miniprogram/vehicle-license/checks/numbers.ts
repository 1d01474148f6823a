import { text } from '../../strings/index'
import { type Check, ifApplicable } from './check'

interface Bounds {
  readonly min: number
  readonly max: number
}

const isWithin = (value: number, { min, max }: Bounds): boolean => value >= min && value <= max

/** kg: from an electric moped to a heavy-haulage tractor with its load. GB 1589 limits ordinary road trains to 49 t. */
const MASS: Bounds = { min: 40, max: 200_000 }

export const kilograms = (mass: string): number => Number.parseInt(mass, 10)

export const isPlausibleMass = (mass: string): boolean => isWithin(kilograms(mass), MASS)

export const checkMass: Check = ifApplicable((value) => {
  if (!/^\d{1,6}kg$/i.test(value)) return text(({ checks }) => checks.mass)
  if (isPlausibleMass(value)) return undefined
  return kilograms(value) < MASS.min ? text(({ checks }) => checks.tooLight) : text(({ checks }) => checks.tooHeavy)
})

/** From a moped to an articulated bus with standing passengers. */
const PEOPLE: Bounds = { min: 1, max: 300 }

/** `5人`, or `2+3人` for a crew cab: front and rear row. */
const COUNT = /^(\d{1,3})(?:\+(\d{1,3}))?人$/

/** The total; undefined if it is malformed. */
export function peopleOf(count: string): number | undefined {
  const [, first, more = '0'] = COUNT.exec(count) ?? []
  return first === undefined ? undefined : Number(first) + Number(more)
}

export const checkCount: Check = ifApplicable((value) => {
  const people = peopleOf(value)
  if (people === undefined) return text(({ checks }) => checks.count)
  return isWithin(people, PEOPLE) ? undefined : text(({ checks }) => checks.countBounds(PEOPLE.min, PEOPLE.max))
})

/**
 * mm: length, width, height. Wider than GB 1589-2016 (18 × 2.55 × 4 m) for car transporters, low loaders and cranes, and
 * narrower than GB 7258's motorcycles (2.5 × 1 × 1.4 m) for mopeds and small trailers.
 */
const SIZES: readonly [Bounds, Bounds, Bounds] = [
  { min: 1000, max: 30_000 },
  { min: 400, max: 4000 },
  { min: 400, max: 5000 },
]

const SIZE = /^(\d{3,5})[×xX*](\d{3,5})[×xX*](\d{3,5})mm$/i

const sidesOf = (size: string): number[] | undefined => SIZE.exec(size)?.slice(1).map(Number)

const areWithin = (sides: readonly number[]): boolean =>
  SIZES.every((bounds, i) => isWithin(sides[i] ?? Number.NaN, bounds))

export const isPlausibleSize = (size: string): boolean => areWithin(sidesOf(size) ?? [])

export const checkSize: Check = ifApplicable((value) => {
  const sides = sidesOf(value)
  if (!sides) return text(({ checks }) => checks.size)
  const [length = 0, width = 0] = sides
  if (length < width) return text(({ checks }) => checks.sizeOrder)
  return areWithin(sides) ? undefined : text(({ checks }) => checks.sizeBounds)
})

/** Four digits of the issuer and eight of the vehicle. */
export const checkFileNumber: Check = ifApplicable((value) =>
  /^\d{12}$/.test(value) ? undefined : text(({ checks }) => checks.fileNumber),
)
