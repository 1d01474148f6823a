import { reportError } from './errors'

type Listener = (...args: unknown[]) => void

/** What a page and the one that it opened tell each other by. Both hold the same one. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>()

  constructor(events: Readonly<Record<string, Listener>> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener)
  }

  readonly on = (name: string, listener: Listener): void => {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  readonly once = (name: string, listener: Listener): void => {
    const only: Listener = (...args) => {
      this.off(name, only)
      listener(...args)
    }
    this.on(name, only)
  }

  readonly off = (name: string, listener?: Listener): void => {
    const left = listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : []
    this.listeners.set(name, left)
  }

  readonly emit = (name: string, ...args: unknown[]): void => {
    for (const listener of this.listeners.get(name) ?? []) {
      try {
        listener(...args)
      } catch (error) {
        reportError(error)
      }
    }
  }
}
