export interface Listeners<T> {
  /** `wx.onX` */
  on: (listener: (event: T) => void) => void
  /** `wx.offX`: without a listener it ends all. */
  off: (listener?: (event: T) => void) => void
  tell: (event: T) => void
}

/** The listeners of an event of `wx`; each is told once, however often it was added. */
export function listeners<T>(): Listeners<T> {
  const known = new Set<(event: T) => void>()
  return {
    on: (listener) => known.add(listener),
    off: (listener) => {
      if (listener) known.delete(listener)
      else known.clear()
    },
    tell: (event) => {
      for (const listener of [...known]) listener(event)
    },
  }
}
