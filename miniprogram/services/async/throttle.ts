/** ms between two values: more nobody sees, and each is a `setData`, of which a second should have 20 at most. */
const INTERVAL_MS = 100

/** Shows values no faster than a person sees them change: of those that come too fast the last one, a moment later. */
export class Throttle<T> {
  private shownAt = -Infinity
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly show: (value: T) => void) {}

  tell(value: T): void {
    this.stop()
    const wait = this.shownAt + INTERVAL_MS - Date.now()
    if (wait <= 0) this.showNow(value)
    else this.timer = setTimeout(() => this.showNow(value), wait)
  }

  /** What waits to be shown is not, any more. */
  stop(): void {
    if (this.timer !== undefined) clearTimeout(this.timer)
  }

  private showNow(value: T): void {
    this.shownAt = Date.now()
    this.show(value)
  }
}
