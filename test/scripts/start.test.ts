import { readArguments } from '../../scripts/command/read'
import { START } from '../../scripts/start/options'

const start = (...argv: string[]) => readArguments(START, argv, {})
const wrong = (problem: string) => ({ kind: 'wrong', problems: [expect.stringContaining(problem)] })

test('starts the project’s own mini program unless told otherwise', () => {
  expect(start()).toMatchObject({ values: { port: undefined, miniprogram: undefined, backend: 'cloud' } })
  expect(start('--port', '0', '--miniprogram', 'other')).toMatchObject({
    values: { port: 0, miniprogram: 'other', backend: 'cloud' },
  })
})

test.each(['http', '65536', '-1', '1.5', ''])('refuses the port "%s"', (port) => {
  expect(start(`--port=${port}`)).toEqual(wrong('--port must be a whole number from 0 to 65535'))
})

test('takes the companion server as the back end, for the project’s own mini program', () => {
  expect(start('--backend', 'server')).toMatchObject({ values: { backend: 'server', miniprogram: undefined } })
  expect(start('--backend', 'server', '--miniprogram', 'other')).toEqual(wrong('own mini program'))
  expect(start('--backend', 'severs')).toEqual(wrong('--backend must be cloud or server, not "severs"'))
})
