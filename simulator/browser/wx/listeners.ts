export interface Listeners<T> {
  /** `wx.onX` */
  on: (listener: (event: T) => void) => void
  /** `wx.offX`; removes all without an argument. */
  off: (listener?: (event: T) => void) => void
  notify: (event: T) => void
}

/** The listeners of a `wx` event; adding one again has no effect. */
export function listeners<T>(): Listeners<T> {
  const known = new Set<(event: T) => void>()
  return {
    on: (listener) => known.add(listener),
    off: (listener) => {
      if (listener) known.delete(listener)
      else known.clear()
    },
    notify: (event) => {
      for (const listener of [...known]) listener(event)
    },
  }
}
