/** Caches results by arguments. */
export function memo<T>(make: (...key: readonly number[]) => T): (...key: readonly number[]) => T {
  const made = new Map<string, T>()
  return (...key) => {
    const name = key.join()
    const found = made.get(name) ?? make(...key)
    made.set(name, found)
    return found
  }
}
