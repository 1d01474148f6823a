import { WARNINGS } from '../../miniprogram/vehicle-license/warnings'
import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test.each(Object.entries(WARNINGS))('%s is said in both languages', (_, warning) => {
  const { dom } = render('picture-warnings', { warnings: [warning] })
  expect(textOf(dom)).toBe(warning.zh + warning.en)
})

test('several are told one under the other, in the order given', () => {
  const { BLURRED, GLARE } = WARNINGS
  const shown = render('picture-warnings', { warnings: [GLARE, BLURRED] })
  expect(shown.querySelectorAll('.warning').map(({ dom }) => textOf(dom))).toEqual(
    [GLARE, BLURRED].map(({ zh, en }) => zh + en),
  )
})

test('takes no room where nothing is wrong', () => {
  const shown = render('picture-warnings', { warnings: [] })
  expect(shown.querySelectorAll('.warnings')).toHaveLength(0)
})
