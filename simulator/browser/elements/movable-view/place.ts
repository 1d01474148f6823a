/** Where a movable view is: px from its area's upper left corner, before it is scaled about its middle. */
export interface Place {
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

const within = (value: number, a: number, b: number): number =>
  Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b))

/** A smaller view stays inside its area, a larger one keeps covering it; along one axis. */
function bounded(at: number, scale: number, view: number, area: number): number {
  const overhang = ((scale - 1) * view) / 2
  return within(at, overhang, area - view - overhang)
}

export const inBounds = ({ x, y, scale }: Place, view: Size, area: Size): Place => ({
  x: bounded(x, scale, view.width, area.width),
  y: bounded(y, scale, view.height, area.height),
  scale,
})
