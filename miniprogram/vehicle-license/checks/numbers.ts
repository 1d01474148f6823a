import { text } from '../../strings/index'
import { type Check, ifApplicable } from './check'

interface Bounds {
  readonly least: number
  readonly most: number
}

const isWithin = (value: number, { least, most }: Bounds): boolean => value >= least && value <= most

/** kg: an electric moped, and a tractor for heavy haulage with what it may draw. GB 1589 allows road trains 49 t. */
const MASS: Bounds = { least: 40, most: 200_000 }

export const kilograms = (mass: string): number => Number.parseInt(mass, 10)

export const isPlausibleMass = (mass: string): boolean => isWithin(kilograms(mass), MASS)

export const checkMass: Check = ifApplicable((value) => {
  if (!/^\d{1,6}kg$/i.test(value)) return text(({ checks }) => checks.mass)
  if (isPlausibleMass(value)) return undefined
  return kilograms(value) < MASS.least ? text(({ checks }) => checks.tooLight) : text(({ checks }) => checks.tooHeavy)
})

/** The driver of a moped; an articulated bus with its standing room. */
const PEOPLE: Bounds = { least: 1, most: 300 }

/** `5人`, or of a lorry with two rows those in the cab and those behind it: `2+3人`. */
const COUNT = /^(\d{1,3})(?:\+(\d{1,3}))?人$/

/** How many people in all; nothing for what is no count. */
export function peopleOf(count: string): number | undefined {
  const [, first, more = '0'] = COUNT.exec(count) ?? []
  return first === undefined ? undefined : Number(first) + Number(more)
}

export const checkCount: Check = ifApplicable((value) => {
  const people = peopleOf(value)
  if (people === undefined) return text(({ checks }) => checks.count)
  return isWithin(people, PEOPLE) ? undefined : text(({ checks }) => checks.countBounds(PEOPLE.least, PEOPLE.most))
})

/**
 * mm: length, width, height. GB 1589-2016 allows 18 m (articulated buses), 2.55 m (2.6 m refrigerated) and 4 m (4.2 m
 * double-deckers), GB 7258 motorcycles 2.5 × 1 × 1.4 m; car transporters, low loaders and cranes may exceed that, mopeds
 * and small trailers are far below it. No vehicle on the road breaks these.
 */
const SIZES: readonly [Bounds, Bounds, Bounds] = [
  { least: 1000, most: 30_000 },
  { least: 400, most: 4000 },
  { least: 400, most: 5000 },
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

/** The last four of the issuer's six digits and eight of the vehicle's. */
export const checkFileNumber: Check = ifApplicable((value) =>
  /^\d{12}$/.test(value) ? undefined : text(({ checks }) => checks.fileNumber),
)
