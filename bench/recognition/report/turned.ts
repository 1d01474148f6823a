import type { Figure } from '../../figures'
import type { Run } from '../run'
import { accuracyOf } from './select'

const GOAL_POINTS = 1

/** Each turn beside the same pictures as they were before it. */
export function figuresOfTurned(runs: readonly Run[]): readonly Figure[] {
  const normal = runs.filter(({ engine, set }) => engine === 'ours' && set.level === 'normal')
  return ([90, 180, 270] as const).flatMap((turn): Figure[] => {
    const turned = normal.filter(({ set }) => 'turn' in set && set.turn === turn)
    if (turned.length === 0) return []
    const names = new Set(turned.map(({ picture }) => picture.name))
    const upright = normal.filter(({ set, picture }) => !('turn' in set) && names.has(picture.name))
    const value = accuracyOf(turned) * 100
    const told: Figure = { name: `turned by ${turn} degrees: exact match`, value, unit: '%' }
    if (upright.length === 0) return [told]
    const goalPercent = accuracyOf(upright) * 100 - GOAL_POINTS
    return [{ ...told, goal: `>= ${goalPercent.toFixed(2)} % (upright less 1)`, reached: value >= goalPercent }]
  })
}
