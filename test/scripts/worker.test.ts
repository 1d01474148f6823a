import { runScript } from '../../scripts/process/tsx'

test('npm run worker -- --help tells what it is for and how it is set up', async () => {
  const { status, output } = await runScript('scripts/worker.ts', ['--help'])
  expect(status).toBe(0)
  expect(output).toContain('WORKER_CONCURRENCY')
})

test('without REDIS_URL it does not start, and says what is missing', async () => {
  const { status, output } = await runScript('scripts/worker.ts')
  expect(status).toBe(1)
  expect(output).toContain('REDIS_URL is missing')
})
