/** Each value is a `setData`; WeChat advises at most 20 a second. */
const INTERVAL_MS = 100

/** Limits how often values are shown. The last one is never lost, only delayed. */
export class Throttle<T> {
  private shownAt = -Infinity
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly show: (value: T) => void) {}

  update(value: T): void {
    this.cancel()
    const wait = this.shownAt + INTERVAL_MS - Date.now()
    if (wait <= 0) this.showNow(value)
    else this.timer = setTimeout(() => this.showNow(value), wait)
  }

  /** Drops a delayed value. */
  cancel(): void {
    if (this.timer !== undefined) clearTimeout(this.timer)
  }

  private showNow(value: T): void {
    this.shownAt = Date.now()
    this.show(value)
  }
}
