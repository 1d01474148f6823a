/** px from the upper left corner of the area, before scaling around the view's center. */
export interface Place {
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

const clamp = (value: number, a: number, b: number): number => Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b))

/** Along one axis: a smaller view stays inside its area, a larger one keeps covering it. */
function bounded(at: number, scale: number, view: number, area: number): number {
  const overhang = ((scale - 1) * view) / 2
  return clamp(at, overhang, area - view - overhang)
}

export const inBounds = ({ x, y, scale }: Place, view: Size, area: Size): Place => ({
  x: bounded(x, scale, view.width, area.width),
  y: bounded(y, scale, view.height, area.height),
  scale,
})
