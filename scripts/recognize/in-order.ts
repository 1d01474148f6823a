/**
 * Hands things on in the order of their places, each as soon as those before it are there. The first at a place stands.
 */
export function inOrder<T>(handOn: (thing: T) => void): (place: number, thing: T) => void {
  const early = new Map<number, T>()
  let next = 0
  return (place, thing) => {
    if (place < next || early.has(place)) return
    early.set(place, thing)
    for (let found = early.get(next); found !== undefined; found = early.get(next)) {
      early.delete(next)
      next += 1
      handOn(found)
    }
  }
}
