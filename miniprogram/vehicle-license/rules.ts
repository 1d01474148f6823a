import { type Text, text } from '../strings/index'
import { isTrailerPlate } from './checks/plate'
import { kilograms, peopleOf } from './checks/numbers'
import type { FieldKey } from './fields'

/** Compares fields. Runs only if each of them passes its own check and is not `--`. */
export interface Rule {
  readonly compares: readonly [FieldKey, FieldKey] | readonly [FieldKey, FieldKey, FieldKey]
  /** The field that shows the problem. */
  readonly at: FieldKey
  readonly find: (first: string, second: string, third: string) => Text | undefined
}

const isTrailer = (type: string): boolean => /挂车$|中置轴车辆运输车$/.test(type)

/** Makers round parts and sum separately. */
const ROUNDING = 1.02

interface Bound {
  readonly types: RegExp
  readonly bound: number
}

/**
 * kg: GA 802-2019, table 1. Medium trucks have no lower bound, as their length alone can make them medium. Tractors are
 * left out, since offices print their mass with or without the trailer; so are medium special vehicles.
 */
const MIN_GROSS: readonly Bound[] = [{ types: /^重型.*(货车|挂车|作业车)$/, bound: 12_000 }]
const MAX_GROSS: readonly Bound[] = [
  { types: /^中型.*(货车|挂车)$/, bound: 12_000 },
  { types: /^轻型.*(货车|挂车|作业车)$/, bound: 4500 },
  { types: /^微型.*货车$/, bound: 1800 },
]

/** GA 802-2019, table 1. Without school buses, which are classed by length. */
const MAX_PEOPLE: readonly Bound[] = [
  { types: /^[小微]型(普通客车|越野客车|轿车|面包车)$/, bound: 9 },
  { types: /^中型(普通客车|双层客车|卧铺客车|越野客车)$/, bound: 19 },
]

const boundOf = (bounds: readonly Bound[], type: string): number | undefined =>
  bounds.find(({ types }) => types.test(type))?.bound

export const RULES: readonly Rule[] = [
  {
    compares: ['plateNum', 'plateNumB'],
    at: 'plateNumB',
    find: (plate, plateB) => (plate === plateB ? undefined : text(({ checks }) => checks.differsFromMain)),
  },
  {
    compares: ['plateNum', 'vehicleType'],
    at: 'plateNum',
    find: (plate, type) => {
      if (isTrailerPlate(plate) === isTrailer(type)) return undefined
      return isTrailer(type)
        ? text(({ checks }) => checks.trailerWithoutTrailerPlate)
        : text(({ checks }) => checks.trailerPlate)
    },
  },
  {
    compares: ['registerDate', 'issueDate'],
    at: 'issueDate',
    find: (registered, issued) =>
      issued < registered ? text(({ checks }) => checks.issuedBeforeRegistered) : undefined,
  },
  {
    compares: ['prepareQuality', 'totalQuality'],
    at: 'prepareQuality',
    find: (unladen, gross) =>
      kilograms(unladen) > kilograms(gross) ? text(({ checks }) => checks.unladenAboveGross) : undefined,
  },
  {
    // GB/T 3730.2: gross mass = unladen + load + people (65 to 75 kg each).
    compares: ['prepareQuality', 'loadQuality', 'totalQuality'],
    at: 'loadQuality',
    find: (unladen, load, gross) =>
      kilograms(unladen) <= kilograms(gross) && kilograms(unladen) + kilograms(load) > kilograms(gross) * ROUNDING
        ? text(({ checks }) => checks.loadAboveGross)
        : undefined,
  },
  {
    compares: ['vehicleType', 'totalQuality'],
    at: 'totalQuality',
    find: (type, gross) => {
      const min = boundOf(MIN_GROSS, type)
      if (min !== undefined && kilograms(gross) < min) return text(({ checks }) => checks.grossBelowType(type, min))
      const max = boundOf(MAX_GROSS, type)
      return max !== undefined && kilograms(gross) > max
        ? text(({ checks }) => checks.grossAboveType(type, max))
        : undefined
    },
  },
  {
    compares: ['vehicleType', 'tractionQuality'],
    at: 'tractionQuality',
    find: (type) => (isTrailer(type) ? text(({ checks }) => checks.trailerTraction) : undefined),
  },
  {
    compares: ['vehicleType', 'passengersNum'],
    at: 'passengersNum',
    find: (type, count) => {
      const max = boundOf(MAX_PEOPLE, type)
      return max !== undefined && (peopleOf(count) ?? 0) > max
        ? text(({ checks }) => checks.peopleAboveType(type, max))
        : undefined
    },
  },
]
