import { readFileSync } from 'node:fs'
import { ROOT } from '../../../scripts/paths'
import { runNode } from '../../../scripts/process/run'

const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> }

/** Our own commands; jest and prettier parse their own arguments. */
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const [program, script = '', ...args] = line.split(' ')
  return program === 'tsx' ? [{ name, script, args }] : []
})

test('all but two commands are our own', () => {
  expect(Object.keys(scripts)).toHaveLength(COMMANDS.length + 2)
})

test.each(COMMANDS)('npm run $name: --help prints help, an unknown option prints the usage', async (command) => {
  const { script, args } = command
  const run = (option: string) => runNode(['--import', 'tsx', script, ...args, option])
  const [help, unknown] = await Promise.all([run('--help'), run('--no-such-option')])
  expect(help).toMatchObject({ status: 0, output: expect.stringMatching(/^Usage: npm /) as unknown })
  expect(help.output).toContain('--help')

  const { status, output } = unknown
  expect(output).toMatch(/there is no option --no-such-option[\s\S]*\nUsage: npm /)
  expect(output).not.toMatch(/^ +at /m)
  expect(status).toBe(2)
})
