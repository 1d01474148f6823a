const FILE = { path: 'wxfile://usr/a.jpg', bytes: new Uint8Array(1), modified: 1 }

/** A request that completes after its listeners are set. */
function request<T>(result: T | undefined) {
  const made = { result, error: null, onsuccess: (): void => undefined, onerror: (): void => undefined }
  setImmediate(() => (result === undefined ? made.onerror() : made.onsuccess()))
  return made
}

test('the next call retries to open the database', async () => {
  const opened = { transaction: () => ({ objectStore: () => ({ getAll: () => request([FILE]) }) }) }
  const answers = [undefined, opened]
  Object.assign(globalThis, { indexedDB: { open: () => request(answers.shift()) } })
  const { database } = await import('../../../simulator/browser/runtime/database')
  await expect(Promise.allSettled([database.all(), database.all()])).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  expect(await database.all()).toEqual([FILE])
  expect(await database.all()).toEqual([FILE])
  expect(answers).toEqual([])
})
