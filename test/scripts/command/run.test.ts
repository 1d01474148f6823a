import { defineCommand, type Arguments } from '../../../scripts/command/command'
import { CommandError, UsageError } from '../../../scripts/command/errors'
import { oneOf } from '../../../scripts/command/kinds'
import { flag, type Option, option } from '../../../scripts/command/options'
import { runCommand } from '../../../scripts/command/run'

const DRAW = defineCommand({
  name: 'npm run draw',
  about: 'Draws.',
  options: { color: option(oneOf(['red', 'blue']), 'of the pen', { default: 'red', variable: 'PEN' }) },
  notes: 'Exit: 0.',
})
type Run = (given: Arguments<{ color: Option<string> }, never>) => Promise<number>

async function draw(argv: readonly string[], run: Run, env = {}) {
  let [out, error] = ['', '']
  const context = { env, out: (text: string) => (out += text), error: (text: string) => (error += text) }
  const status = await runCommand(DRAW, argv, context, run)
  return { status, out, error }
}

const fails =
  (error: Error): Run =>
  () =>
    Promise.reject(error)

test('runs with the parsed arguments and returns the exit code', async () => {
  const run = jest.fn(() => Promise.resolve(7))
  expect(await draw(['--color', 'blue'], run)).toEqual({ status: 7, out: '', error: '' })
  expect(run).toHaveBeenCalledWith(expect.objectContaining({ values: { color: 'blue' } }))
})

test('--help prints the help and runs nothing', async () => {
  const run = jest.fn(() => Promise.resolve(0))
  const { status, out, error } = await draw(['--help'], run)
  expect(run).not.toHaveBeenCalled()
  expect([status, error]).toEqual([0, ''])
  expect(out).toBe(`Usage: npm run draw -- [--color red|blue] [--help]

Draws.

  --color red|blue      of the pen (or PEN in the environment; default: red)
  --help                show this help

Exit: 0.
`)
})

test('a wrong command line prints the usage and runs nothing', async () => {
  const run = jest.fn(() => Promise.resolve(0))
  const { status, out, error } = await draw(['--colour'], run)
  expect(run).not.toHaveBeenCalled()
  expect([status, out]).toEqual([2, ''])
  expect(error).toBe('- there is no option --colour\n\nUsage: npm run draw -- [--color red|blue] [--help]\n')
})

test('so does a usage error thrown by the command', async () => {
  const { status, error } = await draw([], fails(new UsageError('no such pen')))
  expect(status).toBe(2)
  expect(error).toMatch(/^- no such pen\n\nUsage: /)
})

test('an error shows its message, and its stack only with DEBUG', async () => {
  const failed = fails(new Error('out of ink'))
  expect(await draw([], failed)).toEqual({ status: 1, out: '', error: 'out of ink\n' })
  expect((await draw([], failed, { DEBUG: '1' })).error).toContain('run.test.ts')
})

describe('a command that answers in JSON', () => {
  const COUNT = defineCommand({
    name: 'npm run count',
    about: 'Counts.',
    options: { json: flag('one object') },
    answersInJson: true,
  })
  async function count(argv: readonly string[], error?: Error) {
    let out = ''
    const io = { env: {}, out: (text: string) => void (out += text), error: () => undefined }
    const status = await runCommand(COUNT, argv, io, () => (error ? Promise.reject(error) : Promise.resolve(0)))
    return { status, out }
  }

  test('reports usage errors as one object', async () => {
    const { status, out } = await count(['--json', '--colour'])
    expect(status).toBe(2)
    expect(JSON.parse(out)).toEqual({ ok: false, error: { code: 'USAGE', message: 'there is no option --colour' } })
  })

  test('reports failures as one object', async () => {
    const { status, out } = await count(['--json'], new CommandError('count again', 'LOST', 'what was said'))
    expect(status).toBe(1)
    expect(JSON.parse(out)).toEqual({
      ok: false,
      error: { code: 'LOST', message: 'count again', detail: 'what was said' },
    })
  })

  test('prints no JSON without --json', async () => {
    expect(await count([], new CommandError('count again', 'LOST'))).toEqual({ status: 1, out: '' })
  })
})
