import { type Figure, median } from '../../figures'
import type { EngineName } from '../engines/index'
import type { Level } from '../pictures'
import type { Run } from '../run'
import { accuracyOf, GRADES, runsOf, timesOf } from './select'

const GOAL = 0.5

function figuresOfLevel(runs: readonly Run[], level: Level, names: readonly EngineName[]): readonly Figure[] {
  const ours = runsOf(runs, 'ours', level)
  const peers = names
    .map((name) => ({ name, runs: runsOf(runs, name, level) }))
    .filter((peer) => peer.runs.length > 0)
    .map(({ name, runs: own }) => ({ name, accuracy: accuracyOf(own), ms: median(timesOf(own)) }))
  const [best] = [...peers].sort((a, b) => b.accuracy - a.accuracy)
  if (ours.length === 0 || !best) return []

  const accuracy = accuracyOf(ours)
  const ahead = (accuracy - best.accuracy) * 100
  const figures: Figure[] = [
    {
      name: `${level}: exact match over the best peer’s (${best.name})`,
      value: ahead,
      unit: 'points',
      goal: '>= 0 points',
      reached: ahead >= 0,
    },
  ]
  const [fastest] = peers.filter((peer) => peer.accuracy <= accuracy).sort((a, b) => a.ms - b.ms)
  if (!fastest) return figures
  const ratio = median(timesOf(ours)) / fastest.ms
  const name = `${level}: time over the fastest no better peer’s (${fastest.name})`
  return [...figures, { name, value: ratio, unit: 'x', goal: `<= ${GOAL} x`, reached: ratio <= GOAL }]
}

/** Ours beside the best peer and beside the fastest that is not better. */
export const figuresOfPeers = (runs: readonly Run[], engines: readonly EngineName[]): readonly Figure[] =>
  GRADES.flatMap((level) =>
    figuresOfLevel(
      runs,
      level,
      engines.filter((name) => name !== 'ours'),
    ),
  )
