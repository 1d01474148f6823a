import { RecognitionError } from './errors'
import { FIELDS, type FieldKey, type VehicleLicense } from './fields'
import type { Point, Quad, Recognition } from './recognition'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Keys in camelCase at every level: HTTPS replies are in snake_case, cloud calls in camelCase. */
function camelKeys(value: unknown): unknown {
  if (!isObject(value) || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelCase(key), camelKeys(inner)]))
}

function readPoint(value: unknown): Point | undefined {
  if (!isObject(value)) return undefined
  const x = Number(value.x)
  const y = Number(value.y)
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined
}

function readCard(value: unknown): Quad | undefined {
  const pos = isObject(value) ? value.pos : undefined
  if (!isObject(pos)) return undefined
  const leftTop = readPoint(pos.leftTop)
  const rightTop = readPoint(pos.rightTop)
  const rightBottom = readPoint(pos.rightBottom)
  const leftBottom = readPoint(pos.leftBottom)
  return leftTop && rightTop && rightBottom && leftBottom ? [leftTop, rightTop, rightBottom, leftBottom] : undefined
}

function readSize(value: unknown): Recognition['imageSize'] {
  if (!isObject(value)) return undefined
  const width = Number(value.w)
  const height = Number(value.h)
  return width > 0 && height > 0 ? { width, height } : undefined
}

/**
 * Reads a reply of WeChat's `ocr.vehicleLicense`, in every spelling it has had.
 *
 * @throws RecognitionError `ENGINE_UNAVAILABLE` for a reply that carries no field at all (an empty 200),
 *   `NOT_A_LICENSE` for one whose fields are all empty.
 */
export function readReply(reply: unknown): Recognition {
  const json = camelKeys(reply)
  if (!isObject(json)) throw new RecognitionError('ENGINE_UNAVAILABLE')

  const license: VehicleLicense = {}
  let carried = 0
  for (const field of FIELDS) {
    const names: readonly string[] = [field.key, ...('aliases' in field ? field.aliases : [])]
    const values = names.map((name) => json[name]).filter((value) => typeof value === 'string')
    carried += values.length
    const value = values.map((text) => text.trim()).find((text) => text !== '')
    if (value !== undefined) license[field.key satisfies FieldKey] = value
  }
  if (carried === 0) throw new RecognitionError('ENGINE_UNAVAILABLE')
  if (Object.keys(license).length === 0) throw new RecognitionError('NOT_A_LICENSE')

  const main = readCard(json.cardPositionFront)
  const duplicate = readCard(json.cardPositionBack)
  const imageSize = readSize(json.imgSize)
  return {
    license,
    cards: { ...(main && { main }), ...(duplicate && { duplicate }) },
    ...(imageSize && { imageSize }),
  }
}
