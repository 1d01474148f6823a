import type { Quad } from '../image/quad'
import { RecognitionError } from './errors'
import { FIELDS, type VehicleLicense } from './fields'
import { isObject, type Json, readPoint, readSize } from './json'
import type { Recognition } from './recognition'

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** HTTPS replies use snake_case, cloud calls camelCase. Shallow: unread parts may be nested to any depth. */
const camelKeys = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [camelCase(key), value]))

function readCard(value: unknown): Quad | undefined {
  if (!isObject(value) || !isObject(value.pos)) return undefined
  const pos = camelKeys(value.pos)
  const topLeft = readPoint(pos.leftTop)
  const topRight = readPoint(pos.rightTop)
  const bottomRight = readPoint(pos.rightBottom)
  const bottomLeft = readPoint(pos.leftBottom)
  return topLeft && topRight && bottomRight && bottomLeft ? [topLeft, topRight, bottomRight, bottomLeft] : undefined
}

/**
 * Reads a reply of WeChat's `ocr.vehicleLicense` in all its spellings.
 *
 * @throws RecognitionError `ENGINE_UNAVAILABLE` if no field is present (an empty 200), `NOT_A_LICENSE` if all are empty
 */
export function readWechatReply(reply: unknown): Recognition {
  if (!isObject(reply)) throw new RecognitionError('ENGINE_UNAVAILABLE')
  const json = camelKeys(reply)

  const license: VehicleLicense = {}
  let carried = 0
  for (const field of FIELDS) {
    const names = [field.key, ...(field.aliases ?? [])]
    const values = names.map((name) => json[name]).filter((value) => typeof value === 'string')
    carried += values.length
    const value = values.map((text) => text.trim()).find((text) => text !== '')
    if (value !== undefined) license[field.key] = value
  }
  if (carried === 0) throw new RecognitionError('ENGINE_UNAVAILABLE')
  if (Object.keys(license).length === 0) throw new RecognitionError('NOT_A_LICENSE')

  const main = readCard(json.cardPositionFront)
  const duplicate = readCard(json.cardPositionBack)
  const size = isObject(json.imgSize) ? json.imgSize : {}
  const imageSize = readSize(size.w, size.h)
  return {
    license,
    cards: { ...(main && { main }), ...(duplicate && { duplicate }) },
    ...(imageSize && { imageSize }),
  }
}
