import { defineCommand } from '../../../scripts/command/command'
import { address, oneOf, someOf, text, whole } from '../../../scripts/command/kinds'
import { flag, option, repeated } from '../../../scripts/command/options'
import { readArguments } from '../../../scripts/command/read'

const DRAW = defineCommand({
  name: 'npm run draw',
  about: 'Draws.',
  operands: { name: 'file', kind: text('FILE'), help: 'what is drawn on', min: 1, max: 2 },
  options: {
    fast: flag('in a hurry'),
    color: option(oneOf(['red', 'blue']), 'of the pen', { default: 'red' }),
    width: option(whole('MM', 1, 9), 'of the pen', { variable: 'PEN_WIDTH' }),
    at: repeated(text('PLACE'), 'where'),
    sides: option(someOf('SIDES', ['left', 'right']), 'of the paper'),
    server: option(address('URL', ['https']), 'where the paper is'),
    for: option(text('WHOM'), 'who gets it', { isRequired: true, variable: 'PERSON' }),
  },
  conflicts: ({ fast, width }) => (fast && width === 1 ? ['a thin pen is slow'] : []),
})

const draw = (argv: readonly string[], env = {}) => readArguments(DRAW, argv, env)
const GIVEN = ['paper', '--for', 'me']

test('parses each value into its option’s type', () => {
  const given = draw(['a', '--fast', '--width=3', '--at', 'x', '--at', 'y', '--sides', 'right,left', ...GIVEN])
  expect(given).toEqual({
    kind: 'parsed',
    operands: ['a', 'paper'],
    values: {
      fast: true,
      color: 'red',
      width: 3,
      at: ['x', 'y'],
      sides: ['right', 'left'],
      server: undefined,
      for: 'me',
    },
  })
})

test('options fall back to environment variables', () => {
  const env = { PEN_WIDTH: '4', PERSON: 'you' }
  expect(draw(['paper'], env)).toMatchObject({ values: { width: 4, for: 'you' } })
  expect(draw(['paper', '--width', '5'], env)).toMatchObject({ values: { width: 5 } })
  expect(draw(GIVEN, { PEN_WIDTH: '' })).toMatchObject({ values: { width: undefined } })
  expect(draw(GIVEN, { PEN_WIDTH: 'wide' })).toEqual({
    kind: 'invalid',
    problems: ['PEN_WIDTH must be a whole number from 1 to 9, not "wide"'],
  })
})

test('reports all problems at once', () => {
  expect(draw(['--colour', '--color', 'green', '--width', '0', '--server', 'http://paper'])).toEqual({
    kind: 'invalid',
    problems: [
      'there is no option --colour',
      'name at least one file: FILE',
      '--color must be red or blue, not "green"',
      '--width must be a whole number from 1 to 9, not "0"',
      '--server must be a URL starting with https://, not "http://paper"',
      '--for is missing: give --for WHOM, or set PERSON',
    ],
  })
})

test.each([
  [['b', 'c'], 'unexpected: c'],
  [['--color'], '--color needs a value: red|blue'],
  [['--color', '--fast'], '--color needs a value: red|blue'],
  [['--fast=yes'], '--fast takes no value'],
  [['-x'], 'there is no option -x'],
  [['--sides', 'left,top'], '--sides must be a comma-separated list of left, right, not "left,top"'],
  [['--toString'], 'there is no option --toString'],
])('%j: %s', (argv, problem) => {
  expect(draw([...GIVEN, ...argv])).toMatchObject({
    kind: 'invalid',
    problems: expect.arrayContaining([problem]) as unknown,
  })
})

test('reports conflicting options', () => {
  expect(draw(['--fast', '--width', '1', ...GIVEN])).toEqual({ kind: 'invalid', problems: ['a thin pen is slow'] })
})

test('-- ends the options', () => {
  expect(draw(['--for', 'me', '--', '--fast'])).toMatchObject({ operands: ['--fast'], values: { fast: false } })
})

test.each(['--help', '-h'])('%s asks for help, whatever else is given', (help) => {
  expect(draw([help, '--colour'])).toEqual({ kind: 'help' })
})
