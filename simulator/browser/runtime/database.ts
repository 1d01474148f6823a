const STORE = 'files'

export interface Stored {
  path: string
  bytes: Uint8Array<ArrayBuffer>
  /** ms since 1970 */
  modified: number
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'))
  })

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('mini-program', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'path' })
  return done(request)
}

/** One connection for all calls; after a failure the next call retries. */
const opened = (): Promise<IDBDatabase> =>
  (opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  }))

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await opened()).transaction(STORE, mode).objectStore(STORE)
}

/** The files of USER_DATA_PATH, which persist. */
export const database = {
  all: async (): Promise<Stored[]> => done((await store('readonly')).getAll() as IDBRequest<Stored[]>),
  put: async (file: Stored): Promise<void> => {
    await done((await store('readwrite')).put(file))
  },
  remove: async (path: string): Promise<void> => {
    await done((await store('readwrite')).delete(path))
  },
}
