import { type Quad, WHOLE } from '../quad'
import type { Point } from '../point'
import type { Size } from '../size'
import { type Corner, cornerNear, moveCorner } from './corners'

/** A quad while a person drags its corners; points in shares 0..1 of the picture. */
export interface Dragging {
  readonly quad: Quad
  /** For undo, oldest first. */
  readonly past: readonly Quad[]
  /** The grabbed corner and its offset from the finger, so that it does not jump. */
  readonly held?: { readonly corner: Corner; readonly offset: Point }
}

export const startDragging = (quad: Quad): Dragging => ({ quad, past: [] })

/** Grabs the corner near a finger, if any; `size` of the picture in px. */
export function grab({ quad, past }: Dragging, at: Point, size: Size, withinPx: number): Dragging {
  const corner = cornerNear(quad, at, size, withinPx)
  if (corner === undefined) return { quad, past }
  const offset = { x: quad[corner].x - at.x, y: quad[corner].y - at.y }
  return { quad, past: [...past, quad], held: { corner, offset } }
}

export function drag(state: Dragging, at: Point): Dragging {
  const { quad, held } = state
  if (!held) return state
  return { ...state, quad: moveCorner(quad, held.corner, { x: at.x + held.offset.x, y: at.y + held.offset.y }) }
}

/** A corner that was tapped but not moved adds no undo step. */
export function drop({ quad, past, held }: Dragging): Dragging {
  const before = past[past.length - 1]
  const isUnmoved = held !== undefined && before?.[held.corner] === quad[held.corner]
  return { quad, past: isUnmoved ? past.slice(0, -1) : past }
}

export const undo = ({ quad, past }: Dragging): Dragging => ({
  quad: past[past.length - 1] ?? quad,
  past: past.slice(0, -1),
})

/** Back to the whole picture; can be undone. */
export const reset = ({ quad, past }: Dragging): Dragging => ({ quad: WHOLE, past: [...past, quad] })
