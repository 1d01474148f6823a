/** How a card lies in its box: its top left corner, px from the box's, and how much larger it is than to fit its width. */
export interface Zoom extends Point {
  readonly scale: number
}

/** A card in its box. */
export interface Stage {
  /** px */
  readonly box: Size
  /** Width of the card to its height. */
  readonly ratio: number
}

/** Beyond this a card of 1200 px shows nothing more. */
const MAX_SCALE = 6
/** Of the box that what is looked for fills. */
const FILLED = 0.85

/** The size of the card where it is as wide as its box, px. */
export const baseOf = ({ box, ratio }: Stage): Size => ({ width: box.width, height: box.width / ratio })

/** Where the whole card is seen. */
const minScale = (stage: Stage): number => Math.min(1, stage.box.height / baseOf(stage).height)

/** Where a side of the card lies, so that no more of the box is empty than need be. */
function inside(at: number, length: number, room: number): number {
  if (length <= room) return (room - length) / 2
  return Math.min(0, Math.max(room - length, at))
}

/** A zoom within its bounds. */
export function bounded({ scale, x, y }: Zoom, stage: Stage): Zoom {
  const { width, height } = baseOf(stage)
  const within = Math.min(MAX_SCALE, Math.max(minScale(stage), scale))
  return {
    scale: within,
    x: inside(x, width * within, stage.box.width),
    y: inside(y, height * within, stage.box.height),
  }
}

/** Shows a part of the card, in shares of it, as large as fits, in the middle. */
export function zoomOn({ x, y, width, height }: Area, stage: Stage): Zoom {
  const { box } = stage
  const base = baseOf(stage)
  const fitting = Math.min(box.width / (width * base.width), box.height / (height * base.height)) * FILLED
  const scale = Math.min(MAX_SCALE, Math.max(minScale(stage), fitting))
  const center = { x: (x + width / 2) * base.width * scale, y: (y + height / 2) * base.height * scale }
  return bounded({ scale, x: box.width / 2 - center.x, y: box.height / 2 - center.y }, stage)
}

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const spread = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1)

/** Follows one or two fingers, px from the box's top left corner: what was under them stays under them. */
import type { Point } from '../../image/point'
import type { Area } from '../../image/rect'
import type { Size } from '../../image/size'
export function followed(zoom: Zoom, from: readonly Point[], to: readonly Point[], stage: Stage): Zoom {
  if (from.length === 0 || from.length !== to.length) return zoom
  const [before, now] = [middle(from), middle(to)]
  const { scale } = bounded({ ...zoom, scale: (zoom.scale * spread(to)) / (spread(from) || 1) }, stage)
  const growth = scale / zoom.scale
  return bounded({ scale, x: now.x - (before.x - zoom.x) * growth, y: now.y - (before.y - zoom.y) * growth }, stage)
}
