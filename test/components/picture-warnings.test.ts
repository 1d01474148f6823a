import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test('several are told one under the other, in the order given', () => {
  const shown = render('picture-warnings', { warnings: ['有反光', '有些模糊'] })
  expect(shown.querySelectorAll('.warning').map(({ dom }) => textOf(dom))).toEqual(['有反光', '有些模糊'])
})

test('takes no room where nothing is wrong', () => {
  const shown = render('picture-warnings', { warnings: [] })
  expect(shown.querySelectorAll('.warnings')).toHaveLength(0)
})
