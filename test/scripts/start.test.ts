import { MINIPROGRAM } from '../../scripts/paths'
import { parseStartArguments } from '../../scripts/start/arguments'

test('starts the project’s own mini program unless told otherwise', () => {
  expect(parseStartArguments([])).toEqual({ port: undefined, miniprogramDir: MINIPROGRAM, backEnd: 'cloud' })
  expect(parseStartArguments(['--port', '0', '--miniprogram', 'other'])).toEqual({
    port: 0,
    miniprogramDir: 'other',
    backEnd: 'cloud',
  })
})

test.each(['http', '65536', '-1', '1.5', ''])('refuses the port "%s"', (port) => {
  expect(() => parseStartArguments([`--port=${port}`])).toThrow('not a port')
})

test('takes the companion server as the back end, for the project’s own mini program', () => {
  expect(parseStartArguments(['--backend', 'server'])).toMatchObject({ backEnd: 'server', miniprogramDir: MINIPROGRAM })
  expect(() => parseStartArguments(['--backend', 'server', '--miniprogram', 'other'])).toThrow('own mini program')
  expect(() => parseStartArguments(['--backend', 'severs'])).toThrow('not a back end: severs')
})

test('refuses what it does not know', () => {
  expect(() => parseStartArguments(['--prot', '1'])).toThrow('prot')
})
