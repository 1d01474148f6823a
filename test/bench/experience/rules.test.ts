import { maxConcurrent, maxPerSecond, type Measured } from '../../../bench/experience/probe'
import { figuresOfRules, tableOfStates } from '../../../bench/experience/rules'

const FINE: Measured = {
  ...{ setDataKb: 1, setDataPerSecond: 2, nodes: 100, depth: 8, children: 9, pictureExcess: 0.9, stretch: 0 },
  ...{ target: 44, nameless: 0, contrast: 0, otherViolations: 0, taskMs: 50, requests: 1, timers: 0, errors: 0 },
}

test('counts the calls of the busiest second', () => {
  expect(maxPerSecond([])).toBe(0)
  expect(maxPerSecond([0, 900, 950, 1_100, 1_800, 5_000])).toBe(4)
})

test('counts overlapping requests', () => {
  expect(maxConcurrent([])).toBe(0)
  const spans = [{ from: 0, to: 10 }, { from: 5, to: 20 }, { from: 10, to: 12 }] // prettier-ignore
  expect(maxConcurrent(spans)).toBe(2)
})

test('a rule reports the worst state, and names it if it breaks the rule', () => {
  const states = new Map([
    ['home', FINE],
    ['form', { ...FINE, nodes: 1000, target: 30 }],
  ])
  const figures = new Map(figuresOfRules(states).map((figure) => [figure.name, figure]))
  expect(figures.get('nodes of a page (form)')).toMatchObject({ value: 1000, reached: false })
  expect(figures.get('tap target, smallest side')).toMatchObject({ value: 30, reached: true })
  expect(figures.get('tap target, smallest side (ours) (form)')).toMatchObject({ value: 30, reached: false })
  expect(figures.get('depth of a page')).toMatchObject({ value: 8, reached: true })
})

test('the cell is empty if a state has no tap target', () => {
  const { head, rows } = tableOfStates(new Map([['home', { ...FINE, target: Infinity }]]))
  expect(rows[0]?.[head.indexOf('target px')]).toBe('')
})
