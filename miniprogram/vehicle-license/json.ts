import type { Point } from '../image/point'
import type { Size } from '../image/size'

/** Untrusted: only known to be an object. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** A finite number or numeric text. Not what JavaScript converts to 0: `null`, `""`, `[]`. */
export function readNumber(value: unknown): number | undefined {
  const isText = typeof value === 'string' && value.trim() !== ''
  const number = typeof value === 'number' || isText ? Number(value) : NaN
  return Number.isFinite(number) ? number : undefined
}

export function readPoint(value: unknown): Point | undefined {
  if (!isObject(value)) return undefined
  const x = readNumber(value.x)
  const y = readNumber(value.y)
  return x === undefined || y === undefined ? undefined : { x, y }
}

/** px; undefined unless both are positive. */
export function readSize(width: unknown, height: unknown): Size | undefined {
  const size = { width: readNumber(width) ?? 0, height: readNumber(height) ?? 0 }
  return size.width > 0 && size.height > 0 ? size : undefined
}
