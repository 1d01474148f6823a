import type { Figure } from '../../figures'
import { GOALS } from '../goals'
import type { Turn } from '../pictures'
import type { Run } from '../run'
import { accuracyOf } from './select'

export const TURNS = [90, 180, 270, 15, -15] as const satisfies readonly Turn[]

/** Compares rotated pictures with the same ones upright. */
export function figuresOfTurned(runs: readonly Run[]): readonly Figure[] {
  const normal = runs.filter(({ engine, set }) => engine === 'ours' && set.level === 'normal')
  return TURNS.flatMap((turn): Figure[] => {
    const turned = normal.filter(({ set }) => 'turn' in set && set.turn === turn)
    if (turned.length === 0) return []
    const names = new Set(turned.map(({ picture }) => picture.name))
    const upright = normal.filter(({ set, picture }) => !('turn' in set) && names.has(picture.name))
    const value = accuracyOf(turned) * 100
    const figure: Figure = { name: `rotated by ${turn} degrees: exact match`, value, unit: '%' }
    if (upright.length === 0) return [figure]
    const goalPercent = accuracyOf(upright) * 100 - GOALS.turnedPoints
    return [
      {
        ...figure,
        goal: `>= ${goalPercent.toFixed(2)} % (upright less ${GOALS.turnedPoints})`,
        reached: value >= goalPercent,
      },
    ]
  })
}
