import { checkDate } from '../checks/index'
import { type Candidate, oneChange } from './changes'

/** Month and day swapped. */
function swapped(value: string): readonly Candidate[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  return year ? [{ value: `${year}-${day}-${month}`, score: 0.4 }] : []
}

export const dateCandidates = (value: string): readonly Candidate[] =>
  [...oneChange(value), ...swapped(value)].filter((candidate) => checkDate(candidate.value) === undefined)
