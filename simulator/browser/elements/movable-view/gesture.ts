interface Point {
  x: number
  y: number
}

/** Movement since the touch started. */
export interface Change {
  /** px */
  dx: number
  dy: number
  /** 1 with one finger. */
  scale: number
}

interface Gesture {
  start: (event: TouchEvent | MouseEvent) => void
}

const gestures = new WeakMap<Element, Gesture>()

export const gestureOf = (node: Element): Gesture | undefined => gestures.get(node)

const pointsOf = (event: TouchEvent | MouseEvent): Point[] =>
  'touches' in event
    ? [...event.touches].map(({ clientX, clientY }) => ({ x: clientX, y: clientY }))
    : [{ x: event.clientX, y: event.clientY }]

const middle = (points: Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const spread = ([a, b]: Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

/**
 * Tracks one or two fingers or the mouse on a node, starting over when the number of fingers changes.
 *
 * @param onStart returns the listener of the movement, or undefined to ignore it
 */
export function trackTouches(
  node: HTMLElement,
  onStart: () => ((change: Change) => void) | undefined,
  onEnd: () => void,
) {
  let from: Point[] = []
  let onMove: ((change: Change) => void) | undefined

  const move = (event: TouchEvent | MouseEvent): void => {
    const points = pointsOf(event)
    if (!onMove || points.length !== from.length) return
    const [before, now] = [middle(from), middle(points)]
    const scale = from.length === 2 && spread(from) > 0 ? spread(points) / spread(from) : 1
    onMove({ dx: now.x - before.x, dy: now.y - before.y, scale })
    if (event.cancelable) event.preventDefault()
  }
  const start = (event: TouchEvent | MouseEvent): void => {
    from = pointsOf(event).slice(0, 2)
    onMove = onStart()
    if (event instanceof MouseEvent) {
      addEventListener('mousemove', move)
      addEventListener('mouseup', stop, { once: true })
    }
  }
  const stop = (event: TouchEvent | MouseEvent): void => {
    removeEventListener('mousemove', move)
    if ('touches' in event && event.touches.length > 0) {
      start(event)
      return
    }
    if (onMove) onEnd()
    onMove = undefined
  }
  node.addEventListener('touchstart', start, { passive: true })
  node.addEventListener('touchmove', move, { passive: false })
  node.addEventListener('touchend', stop)
  node.addEventListener('touchcancel', stop)
  node.addEventListener('mousedown', start)
  gestures.set(node, { start })
}
