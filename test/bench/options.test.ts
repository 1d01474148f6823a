import { BENCH } from '../../bench/options'
import { readArguments } from '../../scripts/command/read'

test('measures everything on the test split by default', () => {
  const reading = readArguments(BENCH, [], {})
  expect(reading).toMatchObject({ kind: 'parsed', operands: [] })
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
])('rejects %s %s and lists the allowed values', (option, value) => {
  expect(readArguments(BENCH, [option, value], {})).toEqual({
    kind: 'invalid',
    problems: [expect.stringMatching(/^--\w+ must be/)],
  })
})
