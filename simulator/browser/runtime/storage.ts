/** WeChat's bounds: 1 MB a key, 10 MB in all. */
const MAX_KEY_BYTES = 1024 * 1024
const MAX_BYTES = 10 * 1024 * 1024
const PREFIX = 'mp:'

const keyOf = (key: string): string => PREFIX + key
const sizeOf = (text: string): number => new Blob([text]).size

export const keys = (): string[] =>
  Object.keys(localStorage).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []))

/** Bytes that all values take together. */
export const totalBytes = (): number =>
  keys().reduce((total, key) => total + sizeOf(localStorage.getItem(keyOf(key)) ?? ''), 0)

/** @returns the value, or undefined where there is none. */
export function get(key: string): unknown {
  const text = localStorage.getItem(keyOf(key))
  return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data
}

/** @throws Error where the value is above WeChat's bounds. */
export function set(key: string, data: unknown): void {
  const text = JSON.stringify({ data })
  const bytes = sizeOf(text)
  if (bytes > MAX_KEY_BYTES) throw new Error('exceed max size 1MB of a key')
  if (totalBytes() - sizeOf(localStorage.getItem(keyOf(key)) ?? '') + bytes > MAX_BYTES)
    throw new Error('exceed storage max size 10Mb')
  localStorage.setItem(keyOf(key), text)
}

export const remove = (key: string): void => {
  localStorage.removeItem(keyOf(key))
}
export const clear = (): void => {
  keys().forEach(remove)
}
export const info = (): { keys: string[]; currentSize: number; limitSize: number } => ({
  keys: keys(),
  currentSize: Math.ceil(totalBytes() / 1024),
  limitSize: MAX_BYTES / 1024,
})
