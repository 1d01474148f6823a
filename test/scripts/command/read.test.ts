import { defineCommand } from '../../../scripts/command/command'
import { address, oneOf, someOf, text, whole } from '../../../scripts/command/kinds'
import { flag, option, repeated } from '../../../scripts/command/options'
import { readArguments } from '../../../scripts/command/read'

const DRAW = defineCommand({
  name: 'npm run draw',
  about: 'Draws.',
  operands: { name: 'file', kind: text('FILE'), help: 'what is drawn on', least: 1, most: 2 },
  options: {
    fast: flag('in a hurry'),
    color: option(oneOf(['red', 'blue']), 'of the pen', { usual: 'red' }),
    width: option(whole('MM', 1, 9), 'of the pen', { variable: 'PEN_WIDTH' }),
    at: repeated(text('PLACE'), 'where'),
    sides: option(someOf('SIDES', ['left', 'right']), 'of the paper'),
    server: option(address('URL', ['https']), 'where the paper is'),
    for: option(text('WHOM'), 'who gets it', { isRequired: true, variable: 'PERSON' }),
  },
  conflicts: ({ fast, width }) => (fast && width === 1 ? ['a thin pen is slow'] : []),
})

const draw = (argv: readonly string[], env = {}) => readArguments(DRAW, argv, env)
const USUAL = ['paper', '--for', 'me']

test('gives values of the options’ types', () => {
  const given = draw(['a', '--fast', '--width=3', '--at', 'x', '--at', 'y', '--sides', 'right,left', ...USUAL])
  expect(given).toEqual({
    kind: 'given',
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

test('the environment speaks where the command line is silent', () => {
  const env = { PEN_WIDTH: '4', PERSON: 'you' }
  expect(draw(['paper'], env)).toMatchObject({ values: { width: 4, for: 'you' } })
  expect(draw(['paper', '--width', '5'], env)).toMatchObject({ values: { width: 5 } })
  expect(draw(USUAL, { PEN_WIDTH: '' })).toMatchObject({ values: { width: undefined } })
  expect(draw(USUAL, { PEN_WIDTH: 'wide' })).toEqual({
    kind: 'wrong',
    problems: ['PEN_WIDTH must be a whole number from 1 to 9, not "wide"'],
  })
})

test('says everything that is wrong at once', () => {
  expect(draw(['--colour', '--color', 'green', '--width', '0', '--server', 'http://paper'])).toEqual({
    kind: 'wrong',
    problems: [
      'there is no option --colour',
      'name at least one file: FILE',
      '--color must be red or blue, not "green"',
      '--width must be a whole number from 1 to 9, not "0"',
      '--server must be an address that begins with https://, not "http://paper"',
      '--for is missing: give --for WHOM, or set PERSON',
    ],
  })
})

test.each([
  [['b', 'c'], 'too much: c'],
  [['--color'], '--color needs a value: red|blue'],
  [['--color', '--fast'], '--color needs a value: red|blue'],
  [['--fast=yes'], '--fast takes no value'],
  [['-x'], 'there is no option -x'],
  [['--sides', 'left,top'], '--sides must be some of left, right, with commas between them, not "left,top"'],
  [['--toString'], 'there is no option --toString'],
])('%j: %s', (argv, problem) => {
  expect(draw([...USUAL, ...argv])).toMatchObject({
    kind: 'wrong',
    problems: expect.arrayContaining([problem]) as unknown,
  })
})

test('options that are right each by itself may not go together', () => {
  expect(draw(['--fast', '--width', '1', ...USUAL])).toEqual({ kind: 'wrong', problems: ['a thin pen is slow'] })
})

test('-- ends the options', () => {
  expect(draw(['--for', 'me', '--', '--fast'])).toMatchObject({ operands: ['--fast'], values: { fast: false } })
})

test.each(['--help', '-h'])('%s asks for help, whatever else is given', (help) => {
  expect(draw([help, '--colour'])).toEqual({ kind: 'help' })
})
