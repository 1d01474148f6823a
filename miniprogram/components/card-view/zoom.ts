import type { Point } from '../../image/point'
import type { Area } from '../../image/rect'
import type { Size } from '../../image/size'

/** `x`, `y`: px from the box's top left corner to the card's. `scale` 1: the card is as wide as the box. */
export interface Zoom extends Point {
  readonly scale: number
}

/** A card in its box. */
export interface Stage {
  /** px */
  readonly box: Size
  /** Width / height of the card. */
  readonly ratio: number
}

/** A card of 1200 px shows no more detail beyond this. */
const MAX_SCALE = 6
/** Share of the box that the field fills. */
const FILL = 0.85

/** px, at scale 1 */
export const baseOf = ({ box, ratio }: Stage): Size => ({ width: box.width, height: box.width / ratio })

/** Shows the whole card. */
const minScale = (stage: Stage): number => Math.min(1, stage.box.height / baseOf(stage).height)

/** Clamps an offset so that the card covers the box, or centers the card if it is smaller. */
function clampOffset(at: number, length: number, room: number): number {
  if (length <= room) return (room - length) / 2
  return Math.min(0, Math.max(room - length, at))
}

export function clamped({ scale, x, y }: Zoom, stage: Stage): Zoom {
  const { width, height } = baseOf(stage)
  const within = Math.min(MAX_SCALE, Math.max(minScale(stage), scale))
  return {
    scale: within,
    x: clampOffset(x, width * within, stage.box.width),
    y: clampOffset(y, height * within, stage.box.height),
  }
}

/** Centers a part of the card, as large as fits. */
export function zoomOn({ x, y, width, height }: Area, stage: Stage): Zoom {
  const { box } = stage
  const base = baseOf(stage)
  const fitting = Math.min(box.width / (width * base.width), box.height / (height * base.height)) * FILL
  const scale = Math.min(MAX_SCALE, Math.max(minScale(stage), fitting))
  const center = { x: (x + width / 2) * base.width * scale, y: (y + height / 2) * base.height * scale }
  return clamped({ scale, x: box.width / 2 - center.x, y: box.height / 2 - center.y }, stage)
}

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const spread = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1)

/** Moves the card with one or two fingers, in px from the box's top left corner. */
export function followed(zoom: Zoom, from: readonly Point[], to: readonly Point[], stage: Stage): Zoom {
  if (from.length === 0 || from.length !== to.length) return zoom
  const [before, now] = [middle(from), middle(to)]
  const { scale } = clamped({ ...zoom, scale: (zoom.scale * spread(to)) / (spread(from) || 1) }, stage)
  const growth = scale / zoom.scale
  return clamped({ scale, x: now.x - (before.x - zoom.x) * growth, y: now.y - (before.y - zoom.y) * growth }, stage)
}
