import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { viewOf, viewOrigin } from './view'

/** A press of this length is WeChat's `longpress`. */
const LONG_PRESS_MS = 350
const LONG_PRESS_MOVE_PX = 10

type Point = Pick<Touch, 'clientX' | 'clientY'> & { identifier?: number }
export type ElementNode = Node & { __wxElement?: glassEasel.Element }

const MOUSE = { mousedown: 'touchstart', mousemove: 'touchmove', mouseup: 'touchend' } as const

function elementAt(node: EventTarget | null): glassEasel.Element | undefined {
  for (let at = node as ElementNode | null; at; at = at.parentNode) if (at.__wxElement) return at.__wxElement
  return undefined
}

/** Touches as a mini program sees them: px from the page's view, `page` from the page's top. */
export function touchFields(original: unknown): Record<string, unknown> {
  if (!(original instanceof Event)) return {}
  const origin = viewOrigin()
  const scroll = viewOf()?.querySelector('.phone-scroll')
  const toTouch = ({ clientX, clientY, identifier = 0 }: Point): object => {
    const point = { clientX: clientX - origin.left, clientY: clientY - origin.top }
    const page = { pageX: point.clientX + (scroll?.scrollLeft ?? 0), pageY: point.clientY + (scroll?.scrollTop ?? 0) }
    return { identifier, ...point, ...page }
  }
  if ('changedTouches' in original) {
    const { touches, changedTouches } = original as TouchEvent
    return { touches: [...touches].map(toTouch), changedTouches: [...changedTouches].map(toTouch) }
  }
  const point = toTouch(original as MouseEvent)
  return { touches: original.type === 'mouseup' ? [] : [point], changedTouches: [point] }
}

/** @returns whether a listener asked to prevent the default. */
export function dispatch(target: glassEasel.Element, type: string, original: Event, detail: unknown = {}): boolean {
  const options = { bubbles: true, composed: true, capturePhase: true, originalEvent: original }
  const event = new glassEasel.Event(type, detail, { ...options, extraFields: touchFields(original) })
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
}

/** Feeds touches to the program's elements; a mouse counts as one finger. */
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
    const fingersLeft = 'touches' in event ? (event as TouchEvent).touches.length : 0
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
