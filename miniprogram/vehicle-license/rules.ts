import { type Text, text } from '../strings/index'
import { isTrailerPlate } from './checks/plate'
import { kilograms, peopleOf } from './checks/numbers'
import type { FieldKey } from './fields'

/** A rule between values. It runs only on values that pass the checks of their own fields, and that apply. */
export interface Rule {
  readonly compares: readonly [FieldKey, FieldKey] | readonly [FieldKey, FieldKey, FieldKey]
  /** Where it is shown. */
  readonly at: FieldKey
  /** What is wrong, if anything. */
  readonly find: (first: string, second: string, third: string) => Text | undefined
}

const isTrailer = (type: string): boolean => /挂车$|中置轴车辆运输车$/.test(type)

/** Makers round the parts and the sum each by themselves. */
const ROUNDING = 1.02

interface Bound {
  readonly types: RegExp
  readonly bound: number
}

/**
 * kg: GA 802-2019, table 1. A lorry may be a medium one by its length alone, and is never too light for it. Of tractors,
 * offices print the mass with or without what they draw; medium special vehicles are told apart by length or by mass.
 */
const LEAST_GROSS: readonly Bound[] = [{ types: /^重型.*(货车|挂车|作业车)$/, bound: 12_000 }]
const MOST_GROSS: readonly Bound[] = [
  { types: /^中型.*(货车|挂车)$/, bound: 12_000 },
  { types: /^轻型.*(货车|挂车|作业车)$/, bound: 4500 },
  { types: /^微型.*货车$/, bound: 1800 },
]

/** GA 802-2019, table 1. School buses are told apart by length: children take less room. */
const MOST_PEOPLE: readonly Bound[] = [
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
    // GB/T 3730.2: gross is unladen, load, and the people, who are 65 to 75 kg each.
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
      const least = boundOf(LEAST_GROSS, type)
      if (least !== undefined && kilograms(gross) < least)
        return text(({ checks }) => checks.grossBelowType(type, least))
      const most = boundOf(MOST_GROSS, type)
      return most !== undefined && kilograms(gross) > most
        ? text(({ checks }) => checks.grossAboveType(type, most))
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
      const most = boundOf(MOST_PEOPLE, type)
      return most !== undefined && (peopleOf(count) ?? 0) > most
        ? text(({ checks }) => checks.peopleAboveType(type, most))
        : undefined
    },
  },
]
