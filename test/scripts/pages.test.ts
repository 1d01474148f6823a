import { readOptions, UsageError } from '../../scripts/pages/options'

test('opens all pages of the program that is named', () => {
  expect(readOptions(['program'])).toEqual({ miniprogramDir: 'program', only: [], out: undefined, json: false })
  expect(readOptions(['program', '--only', 'pages/a', '--only', 'sub', '--out', 'pictures', '--json'])).toEqual({
    miniprogramDir: 'program',
    only: ['pages/a', 'sub'],
    out: 'pictures',
    json: true,
  })
  expect(readOptions(['--help'])).toBe('help')
})

test.each([[[]], [['one', 'two']], [['program', '--onyl', 'pages']]])('refuses %j', (args) => {
  expect(() => readOptions(args)).toThrow(UsageError)
})
