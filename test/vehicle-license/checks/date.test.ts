import { checkDate } from '../../../miniprogram/vehicle-license/checks'

test.each(['2018-07-06', '2020-02-29', '1950-01-01'])('accepts %s', (date) => {
  expect(checkDate(date)).toBeUndefined()
})

test.each([
  ['2018-7-6', '应写作'],
  ['2018年07月06日', '应写作'],
  ['2018-13-01', '没有这一天'],
  ['2019-02-29', '没有这一天'],
  ['2018-00-10', '没有这一天'],
  ['1949-12-31', '1950'],
  ['1018-07-06', '1950'],
  ['0018-07-06', '1950'],
])('says of %s that %s', (date, problem) => {
  expect(checkDate(date)?.zh).toContain(problem)
})
