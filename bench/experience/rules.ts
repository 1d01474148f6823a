import type { Figure, Table } from '../figures'
import { GOALS, PIXEL_RATIO } from './goals'
import type { Measured } from './probe'

/** A limit for every state of the mini program. */
interface Rule {
  readonly name: string
  readonly of: keyof Measured
  readonly unit: Figure['unit']
  readonly bound: number
  /** Whether the limit is a minimum; default: a maximum. */
  readonly isMin?: boolean
}

/** WeChat's rules, except those marked as ours. */
const RULES: readonly Rule[] = [
  { name: 'setData, largest', of: 'setDataKb', unit: 'kB', bound: GOALS.setDataKb },
  { name: 'setData, largest (ours)', of: 'setDataKb', unit: 'kB', bound: GOALS.ownSetDataKb },
  { name: 'setData calls in a second', of: 'setDataPerSecond', unit: '1/s', bound: GOALS.setDataPerSecond },
  { name: 'nodes of a page', of: 'nodes', unit: 'count', bound: GOALS.nodes - 1 },
  { name: 'depth of a page', of: 'depth', unit: 'count', bound: GOALS.depth - 1 },
  { name: 'children of a node', of: 'children', unit: 'count', bound: GOALS.children },
  {
    name: `picture pixels per screen pixel at ${PIXEL_RATIO}x`,
    of: 'pictureExcess',
    unit: 'x',
    bound: GOALS.pictureExcess,
  },
  { name: 'stretch of a picture', of: 'stretch', unit: '%', bound: GOALS.stretch },
  { name: 'tap target, smallest side', of: 'target', unit: 'px', bound: GOALS.target, isMin: true },
  { name: 'tap target, smallest side (ours)', of: 'target', unit: 'px', bound: GOALS.ownTarget, isMin: true },
  { name: 'tap targets without a name (ours)', of: 'nameless', unit: 'count', bound: 0 },
  { name: 'texts with contrast under 4.5', of: 'contrast', unit: 'count', bound: 0 },
  { name: 'other violations of WCAG 2.1 AA (ours)', of: 'otherViolations', unit: 'count', bound: 0 },
  { name: 'longest task', of: 'taskMs', unit: 'ms', bound: GOALS.taskMs },
  { name: 'requests over 300 ms at once', of: 'requests', unit: 'count', bound: GOALS.requests },
  { name: 'intervals left behind', of: 'timers', unit: 'count', bound: 0 },
  { name: 'uncaught errors', of: 'errors', unit: 'count', bound: 0 },
]

type MeasuredStates = ReadonlyMap<string, Measured>

const COLUMNS: readonly (readonly [head: string, of: keyof Measured, digits: number])[] = [
  ['kB', 'setDataKb', 1],
  ['set/s', 'setDataPerSecond', 0],
  ['nodes', 'nodes', 0],
  ['depth', 'depth', 0],
  ['children', 'children', 0],
  ['picture x', 'pictureExcess', 2],
  ['target px', 'target', 0],
  ['nameless', 'nameless', 0],
  ['contrast', 'contrast', 0],
  ['other', 'otherViolations', 0],
  ['task ms', 'taskMs', 0],
  ['requests', 'requests', 0],
  ['timers', 'timers', 0],
  ['errors', 'errors', 0],
]

export function tableOfStates(states: MeasuredStates): Table {
  const rows = [...states].map(([name, measured]) => [
    name,
    ...COLUMNS.map(([, of, digits]) => (Number.isFinite(measured[of]) ? measured[of].toFixed(digits) : '')),
  ])
  return { title: 'Every state of the mini program', head: ['state', ...COLUMNS.map(([head]) => head)], rows }
}

/** The worst state for each rule. */
export function figuresOfRules(states: MeasuredStates): readonly Figure[] {
  return RULES.map(({ name, of, unit, bound, isMin = false }) => {
    const all = [...states].map(([state, measured]) => ({ state, value: measured[of] }))
    const [worst = { state: '', value: NaN }] = all.sort((a, b) => (isMin ? a.value - b.value : b.value - a.value))
    const reached = isMin ? worst.value >= bound : worst.value <= bound
    const where = reached ? '' : ` (${worst.state})`
    return {
      name: `${name}${where}`,
      value: worst.value,
      unit,
      goal: `${isMin ? '>=' : '<='} ${bound} ${unit}`,
      reached,
    }
  })
}
