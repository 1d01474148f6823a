import { type Figure, median } from '../../figures'
import type { Run } from '../run'
import { timesOf } from './select'

/** Every picture of something else must be refused. */
export function figuresOfOthers(runs: readonly Run[]): readonly Figure[] {
  const others = runs.filter(({ engine, set }) => engine === 'ours' && set.level === 'others')
  if (others.length === 0) return []
  const refused = others.filter(({ outcome }) => outcome.kind === 'refused').length
  return [
    {
      name: `not a license: refused of ${others.length}`,
      value: refused,
      unit: 'count',
      goal: `${others.length}`,
      reached: refused === others.length,
    },
    { name: 'not a license: median time', value: median(timesOf(others)), unit: 'ms' },
  ]
}
