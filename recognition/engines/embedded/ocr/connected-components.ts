import type { Point } from '../../../../miniprogram/image/point'
import type { ValueMap } from '../pixels/darkness'

/** Pixels that hang together. */
export interface Component {
  /** The outer corners of its first and last pixel in every row: enough for its hull. */
  readonly outline: readonly Point[]
  readonly pixels: number
  /** Mean of its pixels, 0..1. */
  readonly score: number
}

/** Marks the region around `start` as seen and returns its pixels' indexes. */
function flood({ data, width, height }: ValueMap, start: number, threshold: number, seen: Uint8Array): number[] {
  const found = [start]
  seen[start] = 1
  for (const index of found) {
    const x = index % width
    const y = (index - x) / width
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column
        if (seen[next] || (data[next] ?? 0) <= threshold) continue
        seen[next] = 1
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

/** The regions (8-connected) of pixels above `threshold`. */
export function connectedComponents(map: ValueMap, threshold: number): Component[] {
  const seen = new Uint8Array(map.data.length)
  const regions: Component[] = []
  for (let start = 0; start < map.data.length; start++) {
    if (seen[start] || (map.data[start] ?? 0) <= threshold) continue
    const indexes = flood(map, start, threshold, seen)
    const sum = indexes.reduce((total, index) => total + (map.data[index] ?? 0), 0)
    regions.push({ outline: outlineOf(indexes, map.width), pixels: indexes.length, score: sum / indexes.length })
  }
  return regions
}
