import { MINIPROGRAM } from '../../scripts/paths'
import { parseStartArguments } from '../../scripts/start/arguments'

test('starts the project’s own mini program unless told otherwise', () => {
  expect(parseStartArguments([])).toEqual({ port: undefined, miniprogramDir: MINIPROGRAM })
  expect(parseStartArguments(['--port', '0', '--miniprogram', 'other'])).toEqual({ port: 0, miniprogramDir: 'other' })
})

test.each(['http', '65536', '-1', '1.5', ''])('refuses the port "%s"', (port) => {
  expect(() => parseStartArguments([`--port=${port}`])).toThrow('not a port')
})

test('refuses what it does not know', () => {
  expect(() => parseStartArguments(['--prot', '1'])).toThrow('prot')
})
