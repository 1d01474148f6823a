import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test('lists several warnings in the given order', () => {
  const shown = render('picture-warnings', { warnings: ['有反光', '有些模糊'] })
  expect(shown.querySelectorAll('.warning').map(({ dom }) => textOf(dom))).toEqual(['有反光', '有些模糊'])
})

test('takes no space without warnings', () => {
  const shown = render('picture-warnings', { warnings: [] })
  expect(shown.querySelectorAll('.warnings')).toHaveLength(0)
})
