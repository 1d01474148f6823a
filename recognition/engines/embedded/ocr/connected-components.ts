import type { Point } from '../../../../miniprogram/image/point'
import type { ValueMap } from '../pixels/darkness'

export interface Component {
  /** Outer corners of the first and last pixel in every row, enough for the convex hull. */
  readonly outline: readonly Point[]
  readonly pixels: number
  /** Mean value of its pixels, 0..1. */
  readonly score: number
}

/** Flood fill: marks the pixels as visited and returns their indexes. */
function flood({ data, width, height }: ValueMap, start: number, threshold: number, visited: Uint8Array): number[] {
  const found = [start]
  visited[start] = 1
  for (const index of found) {
    const x = index % width
    const y = (index - x) / width
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column
        if (visited[next] || (data[next] ?? 0) <= threshold) continue
        visited[next] = 1
        found.push(next)
      }
    }
  }
  return found
}

function outlineOf(indexes: readonly number[], width: number): Point[] {
  const rows = new Map<number, readonly [left: number, right: number]>()
  for (const index of indexes) {
    const x = index % width
    const y = (index - x) / width
    const [left, right] = rows.get(y) ?? [x, x]
    rows.set(y, [Math.min(left, x), Math.max(right, x)])
  }
  return Array.from(rows).flatMap(([y, [left, right]]) => [
    { x: left, y },
    { x: right + 1, y },
    { x: left, y: y + 1 },
    { x: right + 1, y: y + 1 },
  ])
}

/** 8-connected components of the pixels above `threshold`. */
export function connectedComponents(map: ValueMap, threshold: number): Component[] {
  const visited = new Uint8Array(map.data.length)
  const components: Component[] = []
  for (let start = 0; start < map.data.length; start++) {
    if (visited[start] || (map.data[start] ?? 0) <= threshold) continue
    const indexes = flood(map, start, threshold, visited)
    const sum = indexes.reduce((total, index) => total + (map.data[index] ?? 0), 0)
    components.push({ outline: outlineOf(indexes, map.width), pixels: indexes.length, score: sum / indexes.length })
  }
  return components
}
