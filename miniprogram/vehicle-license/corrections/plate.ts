import { checkPlate } from '../checks/index'
import { type Candidate, differences, oneChange } from './changes'

/** Behind the two characters of the authority, plates use neither I nor O. */
const withoutIO = (value: string): string => value.slice(0, 2) + value.slice(2).replace(/I/g, '1').replace(/O/g, '0')

/** Above any confusable: both pages carry the same plate number. */
const OTHER_PAGE = 2

/** @param other the plate on the other page, empty where there is none */
export function plateCandidates(value: string, other: string): readonly Candidate[] {
  const legal = withoutIO(value)
  const formed = [{ value: legal, score: 1 }, ...oneChange(legal)].filter(
    (candidate) => checkPlate(candidate.value) === undefined,
  )
  // With more differences they may belong to two vehicles.
  const isNear = differences(legal, other) <= 1 || formed.some((one) => one.value === other)
  const agreeing = isNear && checkPlate(other) === undefined ? [{ value: other, score: OTHER_PAGE }] : []
  return checkPlate(value) === undefined ? agreeing : [...agreeing, ...formed]
}
