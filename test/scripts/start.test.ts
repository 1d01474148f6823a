import { readArguments } from '../../scripts/command/read'
import { START } from '../../scripts/start/options'

const start = (...argv: string[]) => readArguments(START, argv, {})
const wrong = (problem: string) => ({ kind: 'invalid', problems: [expect.stringContaining(problem)] })

test('starts this project’s mini program by default', () => {
  expect(start()).toMatchObject({ values: { port: undefined, miniprogram: undefined, backend: 'cloud' } })
  expect(start('--port', '0', '--miniprogram', 'other')).toMatchObject({
    values: { port: 0, miniprogram: 'other', backend: 'cloud' },
  })
})

test.each(['http', '65536', '-1', '1.5', ''])('rejects the port "%s"', (port) => {
  expect(start(`--port=${port}`)).toEqual(wrong('--port must be a whole number from 0 to 65535'))
})

test('allows the companion server as back end for this project’s mini program only', () => {
  expect(start('--backend', 'server')).toMatchObject({ values: { backend: 'server', miniprogram: undefined } })
  expect(start('--backend', 'server', '--miniprogram', 'other')).toEqual(wrong('own mini program'))
  expect(start('--backend', 'severs')).toEqual(wrong('--backend must be cloud or server, not "severs"'))
})
