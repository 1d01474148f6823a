import { Redis } from 'ioredis'
import { describeWithRedis, startRedis } from './redis'

async function survives(persistent: boolean): Promise<string | null> {
  const redis = await startRedis({ persistent })
  const client = new Redis(redis.url)
  client.on('error', () => undefined)
  try {
    await client.set('key', 'value')
    await redis.kill()
    await redis.restart()
    return await client.get('key')
  } finally {
    client.disconnect()
    await redis.stop()
  }
}

describeWithRedis('the Redis of the tests', () => {
  test('keeps what it acknowledged over a kill, where it is persistent', async () => {
    expect(await survives(true)).toBe('value')
  })

  test('keeps nothing otherwise', async () => {
    expect(await survives(false)).toBeNull()
  })
})
