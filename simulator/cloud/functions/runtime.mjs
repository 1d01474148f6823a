// Loads a function's bundle and calls its `main` for each event, one at a time. Plain JavaScript, so that the process
// contains nothing that it would not contain in WeChat's cloud.
import { createRequire } from 'node:module'

const bundle = process.argv[2]
const { main } = createRequire(bundle)(bundle)

process.on('message', async ({ event, context, environment }) => {
  const endsAt = Date.now() + context.time_limit_in_ms
  Object.assign(process.env, environment)
  try {
    const result = await main(event, { ...context, getRemainingTimeInMillis: () => endsAt - Date.now() })
    process.send({ result: result === undefined ? null : result })
  } catch (error) {
    process.send({ failure: error instanceof Error ? String(error.stack) : JSON.stringify(error) })
  }
})

process.send({ result: 'loaded' })
process.on('disconnect', () => process.exit())
