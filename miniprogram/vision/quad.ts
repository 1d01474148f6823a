/** Corners in reading order, x and y of each: left top, right top, right bottom, left bottom; in cells. */
export type Corners = Float32Array

/** Sets a corner to where an edge along rows and one along columns meet. See `Lines` for what places and slants are. */
export function meet(
  corners: Corners,
  corner: number,
  row: number,
  rowSlant: number,
  column: number,
  columnSlant: number,
  middleX: number,
  middleY: number,
): void {
  const y = (row + rowSlant * (column - columnSlant * middleY - middleX)) / (1 - rowSlant * columnSlant)
  corners[2 * corner] = column + columnSlant * (y - middleY)
  corners[2 * corner + 1] = y
}

/** @param side 0 the top one, then clockwise */
export function lengthOf(corners: Corners, side: number): number {
  const from = 2 * side
  const to = side === 3 ? 0 : from + 2
  const x = (corners[to] ?? 0) - (corners[from] ?? 0)
  const y = (corners[to + 1] ?? 0) - (corners[from + 1] ?? 0)
  // `Math.hypot` takes many times as long.
  return Math.sqrt(x * x + y * y)
}

/** Cells of a quad whose corners go clockwise. */
export function areaOf([ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Corners): number {
  return ((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2
}

/** Width to height, of opposite sides together */
export const ratioOf = (corners: Corners): number =>
  (lengthOf(corners, 0) + lengthOf(corners, 2)) / (lengthOf(corners, 1) + lengthOf(corners, 3))

/** How much longer a side is than the opposite one, 1 or more */
export function unevennessOf(corners: Corners): number {
  const across = lengthOf(corners, 0) / lengthOf(corners, 2)
  const down = lengthOf(corners, 1) / lengthOf(corners, 3)
  return Math.max(across, 1 / across, down, 1 / down)
}

/** How far sides lean, all told: the tangent of the angle that the quad is turned by */
export function leanOf(corners: Corners): number {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const lean = (by - ay) / (bx - ax) + (cy - dy) / (cx - dx) - (dx - ax) / (dy - ay) - (cx - bx) / (cy - by)
  return Math.abs(lean / 4)
}
