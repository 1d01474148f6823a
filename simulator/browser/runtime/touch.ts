import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { viewOf, viewOrigin } from './view'

/** WeChat's threshold of `longpress`. */
const LONG_PRESS_MS = 350
const LONG_PRESS_MOVE_PX = 10

type Point = Pick<Touch, 'clientX' | 'clientY'> & { identifier?: number }

const MOUSE = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' } as const

function elementAt(target: EventTarget | null): glassEasel.Element | undefined {
  for (let node = target instanceof Node ? target : null; node; node = node.parentNode)
    if (node.__wxElement) return node.__wxElement
  return undefined
}

/** Safari on a computer has no global `TouchEvent`. */
const isTouch = (event: Event): event is TouchEvent => 'changedTouches' in event

/** The touch fields of an event: `client` in px from the page's view, `page` from the top of its content. */
function touchFields(original: unknown): Record<string, unknown> {
  if (!(original instanceof Event)) return {}
  const origin = viewOrigin()
  const scroll = viewOf()?.querySelector('.phone-scroll')
  const toTouch = ({ clientX, clientY, identifier = 0 }: Point): object => {
    const point = { clientX: clientX - origin.left, clientY: clientY - origin.top }
    const page = { pageX: point.clientX + (scroll?.scrollLeft ?? 0), pageY: point.clientY + (scroll?.scrollTop ?? 0) }
    return { identifier, ...point, ...page }
  }
  if (isTouch(original)) {
    const { touches, changedTouches } = original
    return { touches: [...touches].map(toTouch), changedTouches: [...changedTouches].map(toTouch) }
  }
  if (!(original instanceof MouseEvent)) return {}
  const point = toTouch(original)
  return { touches: original.type === 'mouseup' ? [] : [point], changedTouches: [point] }
}

/** @returns whether a listener prevented the default */
export function dispatch(target: glassEasel.Element, type: string, original: unknown, detail: unknown = {}): boolean {
  const options = { bubbles: true, composed: true, capturePhase: true, originalEvent: original }
  const event = new glassEasel.Event(type, detail, { ...options, extraFields: touchFields(original) })
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
}

/** Dispatches touches to the program's elements; a mouse acts as one finger. */
export function listenToTouches(): void {
  let target: glassEasel.Element | undefined
  let start: Point | undefined
  let timer = 0
  let touched = false

  const handle = (type: string, event: Event, point: Point): void => {
    if (type === 'touchstart') {
      target = elementAt(event.target)
      start = point
      const pressed = target
      timer = window.setTimeout(() => {
        if (pressed) dispatch(pressed, 'longpress', event, { x: point.clientX, y: point.clientY })
      }, LONG_PRESS_MS)
    } else if (type !== 'touchmove' || (start && distance(start, point) > LONG_PRESS_MOVE_PX)) {
      clearTimeout(timer)
    }
    if (target && dispatch(target, type, event) && type === 'touchmove' && event.cancelable) event.preventDefault()
    const fingersLeft = isTouch(event) ? event.touches.length : 0
    if ((type === 'touchend' || type === 'touchcancel') && fingersLeft === 0) target = undefined
  }
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    addEventListener(
      type,
      (event) => {
        touched = true
        const point = event.changedTouches[0]
        if (point) handle(type, event, point)
      },
      { capture: true, passive: false },
    )
  for (const type of ['mousedown', 'mousemove', 'mouseup'] as const)
    addEventListener(
      type,
      (event) => {
        if (!touched && (type === 'mousedown' || target)) handle(MOUSE[type], event, event)
      },
      { capture: true },
    )
}

const distance = (a: Point, b: Point): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
