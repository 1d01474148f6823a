import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { testAnswers } from './answers-contract'

const answers = createMemoryAnswers()
testAnswers(() => answers)

test('keeps no more than it may, and forgets the oldest first', async () => {
  const few = createMemoryAnswers(Date.now, 2)
  for (const key of ['a', 'b', 'c']) {
    await few.claim(key, 'me', 60_000)
    await few.settle(key, 'me', key, 60_000)
  }
  await expect(few.claim('c', 'you', 60_000)).resolves.toMatchObject({ state: 'settled' })
  await expect(few.claim('b', 'you', 60_000)).resolves.toMatchObject({ state: 'settled' })
  await expect(few.claim('a', 'you', 60_000)).resolves.toMatchObject({ state: 'claimed' })
})
