interface Point {
  x: number
  y: number
}

/** What fingers have done since they came down. */
export interface Change {
  /** px */
  dx: number
  dy: number
  /** Factor; 1 with one finger. */
  scale: number
}

export interface Gesture {
  start: (event: TouchEvent | MouseEvent) => void
}

const gestures = new WeakMap<Element, Gesture>()

/** The gesture of a movable view's node. */
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
 * Follows one or two fingers, or the mouse, that come down on a node; each time their number changes they begin anew.
 *
 * @param onStart returns what is to hear of their way, or undefined where nothing is to move.
 */
export function followFingers(
  node: HTMLElement,
  onStart: () => ((change: Change) => void) | undefined,
  onEnd: () => void,
) {
  let from: Point[] = []
  let tell: ((change: Change) => void) | undefined

  const move = (event: TouchEvent | MouseEvent): void => {
    const points = pointsOf(event)
    if (!tell || points.length !== from.length) return
    const [before, now] = [middle(from), middle(points)]
    const scale = from.length === 2 && spread(from) > 0 ? spread(points) / spread(from) : 1
    tell({ dx: now.x - before.x, dy: now.y - before.y, scale })
    if (event.cancelable) event.preventDefault()
  }
  const start = (event: TouchEvent | MouseEvent): void => {
    from = pointsOf(event).slice(0, 2)
    tell = onStart()
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
    if (tell) onEnd()
    tell = undefined
  }
  node.addEventListener('touchstart', start, { passive: true })
  node.addEventListener('touchmove', move, { passive: false })
  node.addEventListener('touchend', stop)
  node.addEventListener('touchcancel', stop)
  node.addEventListener('mousedown', start)
  gestures.set(node, { start })
}
