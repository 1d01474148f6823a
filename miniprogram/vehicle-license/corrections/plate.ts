import { checkPlate } from '../checks/index'
import { type Candidate, differences, oneChange } from './changes'

/** The first two places are the authority's, of which the second may be an O; no other place holds an I or an O. */
const withoutIO = (value: string): string => value.slice(0, 2) + value.slice(2).replace(/I/g, '1').replace(/O/g, '0')

/** Better than any look-alike: both pages bear the same plate. */
const OTHER_PAGE = 2

/** @param other the plate on the other page, empty where there is none */
export function plateCandidates(value: string, other: string): readonly Candidate[] {
  const legal = withoutIO(value)
  const formed = [{ value: legal, likeness: 1 }, ...oneChange(legal)].filter(
    (candidate) => checkPlate(candidate.value) === undefined,
  )
  // Plates that differ in more may be of two vehicles.
  const isNear = differences(legal, other) <= 1 || formed.some((one) => one.value === other)
  const agreeing = isNear && checkPlate(other) === undefined ? [{ value: other, likeness: OTHER_PAGE }] : []
  return checkPlate(value) === undefined ? agreeing : [...agreeing, ...formed]
}
