/** WeChat's limits. */
const MAX_KEY_BYTES = 1024 * 1024
const MAX_BYTES = 10 * 1024 * 1024
const PREFIX = 'mp:'

const keyOf = (key: string): string => PREFIX + key
/** Bytes of a value as stored: strings as they are, anything else as JSON. */
const sizeOf = (data: unknown): number =>
  data === undefined ? 0 : new Blob([typeof data === 'string' ? data : JSON.stringify(data)]).size

export const keys = (): string[] =>
  Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []))

/** Bytes by key, cached so that a write does not read everything. */
const sizes = new Map<string, number>()
// Another window has written.
addEventListener('storage', () => {
  sizes.clear()
})

function bytesOf(key: string): number {
  const known = sizes.get(key)
  if (known !== undefined) return known
  const bytes = sizeOf(get(key))
  sizes.set(key, bytes)
  return bytes
}

const totalBytes = (): number => keys().reduce((total, key) => total + bytesOf(key), 0)

export function get(key: string): unknown {
  const text = localStorage.getItem(keyOf(key))
  return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data
}

const FULL = 'exceed storage max size 10Mb'

/** @throws Error above WeChat's limits or the browser's quota */
export function set(key: string, data: unknown): void {
  const bytes = sizeOf(data)
  if (bytes > MAX_KEY_BYTES) throw new Error('entry size limit reached')
  if (totalBytes() - bytesOf(key) + bytes > MAX_BYTES) throw new Error(FULL)
  try {
    localStorage.setItem(keyOf(key), JSON.stringify({ data }))
    sizes.set(key, bytes)
  } catch (error) {
    throw new Error(FULL, { cause: error })
  }
}

export const remove = (key: string): void => {
  localStorage.removeItem(keyOf(key))
  sizes.delete(key)
}
export const clear = (): void => {
  keys().forEach(remove)
}
/** The size is a getter because measuring it reads every value. */
export const info = () => ({
  keys: keys(),
  get currentSize(): number {
    return Math.ceil(totalBytes() / 1024)
  },
  limitSize: MAX_BYTES / 1024,
})
