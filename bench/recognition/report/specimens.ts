import type { Figure } from '../../figures'
import { SURE } from '../goals'
import type { Run } from '../run'
import { givenOf, sureOf, wrongOf } from './given'
import { resultsOf, runsOf } from './select'

/** Every field of the real forms must be right, and no wrong one confident. */
export function figuresOfSpecimens(runs: readonly Run[]): readonly Figure[] {
  const results = resultsOf(runsOf(runs, 'ours', 'specimens'))
  if (results.length === 0) return []
  const printed = results.filter(({ verdict }) => verdict !== 'invented').length
  const right = results.filter(({ verdict }) => verdict === 'right').length
  const wrong = wrongOf(sureOf(givenOf(results)))
  return [
    {
      name: `specimens: exact match of ${printed}`,
      value: right,
      unit: 'count',
      goal: String(printed),
      reached: right === printed,
    },
    {
      name: `specimens: wrong fields with confidence >= ${SURE}`,
      value: wrong,
      unit: 'count',
      goal: '0',
      reached: wrong === 0,
    },
  ]
}
