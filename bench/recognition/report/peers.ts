import { type Figure, median } from '../../figures'
import type { EngineName } from '../engines/index'
import { GOALS } from '../goals'
import { type Level, LEVELS } from '../pictures'
import type { Run } from '../run'
import { accuracyOf, runsOf, timesOf } from './select'

function figuresOfLevel(runs: readonly Run[], level: Level, names: readonly EngineName[]): readonly Figure[] {
  const ours = runsOf(runs, 'ours', level)
  const peers = names
    .map((name) => ({ name, runs: runsOf(runs, name, level) }))
    .filter((peer) => peer.runs.length > 0)
    .map(({ name, runs: own }) => ({ name, accuracy: accuracyOf(own), ms: median(timesOf(own)) }))
  const [best] = [...peers].sort((a, b) => b.accuracy - a.accuracy)
  const [fastest] = [...peers].sort((a, b) => a.ms - b.ms)
  if (ours.length === 0 || !best || !fastest) return []

  const ahead = (accuracyOf(ours) - best.accuracy) * 100
  const ratio = median(timesOf(ours)) / fastest.ms
  return [
    {
      name: `${level}: lead in exact match over the best peer (${best.name})`,
      value: ahead,
      unit: 'points',
      goal: `>= ${GOALS.aheadPoints} points`,
      reached: ahead >= GOALS.aheadPoints,
    },
    {
      name: `${level}: time relative to the fastest peer (${fastest.name})`,
      value: ratio,
      unit: 'x',
      goal: `<= ${GOALS.time} x`,
      reached: ratio <= GOALS.time,
    },
  ]
}

/** Compares ours with the most accurate and with the fastest peer. */
export const figuresOfPeers = (runs: readonly Run[], engines: readonly EngineName[]): readonly Figure[] =>
  LEVELS.flatMap((level) =>
    figuresOfLevel(
      runs,
      level,
      engines.filter((name) => name !== 'ours'),
    ),
  )
