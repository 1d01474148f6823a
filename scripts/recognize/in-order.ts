/** Emits items in the order of their indexes, each once all earlier ones are there. Ignores repeated indexes. */
export function inOrder<T>(emit: (item: T) => void): (index: number, item: T) => void {
  const early = new Map<number, T>()
  let next = 0
  return (index, item) => {
    if (index < next || early.has(index)) return
    early.set(index, item)
    for (let found = early.get(next); found !== undefined; found = early.get(next)) {
      early.delete(next)
      next += 1
      emit(found)
    }
  }
}
