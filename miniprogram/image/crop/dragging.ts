import { type Quad, WHOLE } from '../quad'
import type { Point } from '../point'
import type { Size } from '../size'
import { type Corner, cornerNear, moveCorner } from './corners'

/** A quad while a person drags its corners; points in shares 0..1 of the picture. */
export interface Dragging {
  readonly quad: Quad
  /** What it was before each step, oldest first. */
  readonly past: readonly Quad[]
  /** The corner under the finger, and how far beside the finger it was taken: it does not jump there. */
  readonly held?: { readonly corner: Corner; readonly beside: Point }
}

export const startDragging = (quad: Quad): Dragging => ({ quad, past: [] })

/** Takes the corner near a finger, if there is one; `size` of the picture in px. */
export function grab({ quad, past }: Dragging, at: Point, size: Size, withinPx: number): Dragging {
  const corner = cornerNear(quad, at, size, withinPx)
  if (corner === undefined) return { quad, past }
  const beside = { x: quad[corner].x - at.x, y: quad[corner].y - at.y }
  return { quad, past: [...past, quad], held: { corner, beside } }
}

export function drag(state: Dragging, at: Point): Dragging {
  const { quad, held } = state
  if (!held) return state
  return { ...state, quad: moveCorner(quad, held.corner, { x: at.x + held.beside.x, y: at.y + held.beside.y }) }
}

/** Lets the corner go. A corner that was touched only is no step. */
export function drop({ quad, past, held }: Dragging): Dragging {
  const before = past[past.length - 1]
  const isUnmoved = held !== undefined && before?.[held.corner] === quad[held.corner]
  return { quad, past: isUnmoved ? past.slice(0, -1) : past }
}

export const undo = ({ quad, past }: Dragging): Dragging => ({
  quad: past[past.length - 1] ?? quad,
  past: past.slice(0, -1),
})

/** The whole picture again; one step that can be undone. */
export const reset = ({ quad, past }: Dragging): Dragging => ({ quad: WHOLE, past: [...past, quad] })
