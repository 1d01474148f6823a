import { dateAt, FIRST_YEAR, wheelsAt } from '../../miniprogram/components/date-wheels/dates'

const NOW = new Date(2026, 1, 28).getTime()

test.each(['2018-07-06', '1970-01-01', '2024-02-29', '2026-12-31'])('the wheels show %s', (date) => {
  expect(dateAt(wheelsAt(date, NOW).at)).toBe(date)
})

test('each month has its number of days', () => {
  expect(wheelsAt('2024-02-01', NOW).days).toHaveLength(29)
  expect(wheelsAt('2023-02-01', NOW).days).toHaveLength(28)
  expect(wheelsAt('2023-07-01', NOW).days.at(-1)).toBe('31')
})

test('the last year is the current one', () => {
  const { years } = wheelsAt('', NOW)
  expect(years[0]).toBe(String(FIRST_YEAR))
  expect(years.at(-1)).toBe('2026')
})

test.each([
  ['', '2026-02-28'],
  ['no date', '2026-02-28'],
  ['1949-10-01', '1970-10-01'],
  ['2099-01-01', '2026-01-01'],
  ['2018-02-31', '2018-02-28'],
  ['2018-13-05', '2018-12-05'],
])('%s is shown as %s', (value, shown) => {
  expect(dateAt(wheelsAt(value, NOW).at)).toBe(shown)
})

test('turning to a shorter month selects its last day', () => {
  const [year, , day] = wheelsAt('2018-03-31', NOW).at
  expect(dateAt([year, 1, day])).toBe('2018-02-28')
})
