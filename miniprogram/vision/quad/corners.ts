/** x and y of the top left, top right, bottom right and bottom left corner, in cells */
export type Corners = Float32Array

/** Indices of where each side begins and ends along its axis; 0: top, 1: right, 2: bottom, 3: left */
const STARTS = [0, 3, 6, 1] as const
const ENDS = [2, 5, 4, 7] as const

/** Whether a side is the top or left one. */
export const isFirstSide = (side: number): boolean => side === 0 || side === 3

export const sideStart = (corners: Corners, side: number): number => corners[STARTS[side] ?? 0] ?? 0
export const sideEnd = (corners: Corners, side: number): number => corners[ENDS[side] ?? 0] ?? 0

/** x (axis 0) or y (1) of a point in a quad, at shares 0..1 of its sides; bilinear */
export function pointIn(corners: Corners, axis: 0 | 1, across: number, down: number): number {
  const a = corners[axis] ?? 0
  const b = corners[2 + axis] ?? 0
  const c = corners[4 + axis] ?? 0
  const d = corners[6 + axis] ?? 0
  return (a + (b - a) * across) * (1 - down) + (d + (c - d) * across) * down
}

export function lengthOf(corners: Corners, side: number): number {
  const from = 2 * side
  const to = side === 3 ? 0 : from + 2
  const x = (corners[to] ?? 0) - (corners[from] ?? 0)
  const y = (corners[to + 1] ?? 0) - (corners[from + 1] ?? 0)
  // `Math.hypot` is many times slower.
  return Math.sqrt(x * x + y * y)
}

/** Cells in a clockwise quad */
export function areaOf([ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Corners): number {
  return ((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2
}

/** Width to height, over both pairs of opposite sides */
export const ratioOf = (corners: Corners): number =>
  (lengthOf(corners, 0) + lengthOf(corners, 2)) / (lengthOf(corners, 1) + lengthOf(corners, 3))

/** How much longer a side is than the opposite one; 1 or more */
export function unevennessOf(corners: Corners): number {
  const across = lengthOf(corners, 0) / lengthOf(corners, 2)
  const down = lengthOf(corners, 1) / lengthOf(corners, 3)
  return Math.max(across, 1 / across, down, 1 / down)
}

/** Tangent of the angle by which the quad is rotated, averaged over its sides */
export function rotationOf(corners: Corners): number {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const sum = (by - ay) / (bx - ax) + (cy - dy) / (cx - dx) - (dx - ax) / (dy - ay) - (cx - bx) / (cy - by)
  return Math.abs(sum / 4)
}
