import { BENCH } from '../../bench/options'
import { readArguments } from '../../scripts/command/read'

test('measures everything on the test split unless told otherwise', () => {
  const reading = readArguments(BENCH, [], {})
  expect(reading).toMatchObject({ kind: 'given', operands: [] })
  expect(reading).toMatchObject({
    values: { split: 'test', count: undefined, levels: { length: 7 }, passes: false, engines: { length: 5 } },
  })
  const given = ['recognition', '--split', 'dev', '--levels', 'hard,clean', '--engines', 'ours', '--count', '5']
  expect(readArguments(BENCH, given, {})).toMatchObject({
    operands: ['recognition'],
    values: { split: 'dev', count: 5, levels: ['hard', 'clean'], engines: ['ours'] },
  })
})

test.each([
  ['--split', 'all'],
  ['--levels', 'hard,easy'],
  ['--engines', 'theirs'],
  ['--count', '0'],
  ['--count', 'x'],
])('refuses %s %s and says what is allowed', (option, value) => {
  expect(readArguments(BENCH, [option, value], {})).toEqual({
    kind: 'wrong',
    problems: [expect.stringMatching(/^--\w+ must be/)],
  })
})
