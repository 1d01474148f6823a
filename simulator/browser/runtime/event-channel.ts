import { reportError } from './errors'

type Listener = (...args: unknown[]) => void

/** WeChat's EventChannel between a page and the page it opened. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>()

  constructor(events: Readonly<Record<string, Listener>> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener)
  }

  readonly on = (name: string, listener: Listener): void => {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  readonly once = (name: string, listener: Listener): void => {
    const wrapper: Listener = (...args) => {
      this.off(name, wrapper)
      listener(...args)
    }
    this.on(name, wrapper)
  }

  readonly off = (name: string, listener?: Listener): void => {
    const remaining = listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : []
    this.listeners.set(name, remaining)
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
