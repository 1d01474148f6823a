import type { Quad } from '../image/quad'
import { FIELDS, PAGES, type VehicleLicense } from './fields'
import { isObject, readNumber, readPoint, readSize } from './json'
import type { Evidence, Recognition } from './recognition'
import { knownWarnings } from './warnings'

const CORNERS = 4

function readQuad(value: unknown): Quad | undefined {
  if (!Array.isArray(value) || value.length !== CORNERS) return undefined
  const [topLeft, topRight, bottomRight, bottomLeft] = value.map(readPoint)
  return topLeft && topRight && bottomRight && bottomLeft ? [topLeft, topRight, bottomRight, bottomLeft] : undefined
}

function readEvidence(value: unknown): Evidence | undefined {
  if (!isObject(value)) return undefined
  const confidence = readNumber(value.confidence)
  const box = readQuad(value.box)
  const isShare = confidence !== undefined && confidence >= 0 && confidence <= 1
  return isShare && box ? { confidence, box } : undefined
}

/** The members that `read` understands. */
function readEach<K extends string, T>(
  value: unknown,
  keys: readonly K[],
  read: (member: unknown) => T | undefined,
): Partial<Record<K, T>> {
  const found: Partial<Record<K, T>> = {}
  if (!isObject(value)) return found
  for (const key of keys) {
    const member = read(value[key])
    if (member !== undefined) found[key] = member
  }
  return found
}

const KEYS = FIELDS.map(({ key }) => key)
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * Reads a recognition from a back end. Unknown and malformed members are dropped: newer back ends may send more.
 *
 * @returns undefined if there is no license in it
 */
export function readRecognition(value: unknown): Recognition | undefined {
  if (!isObject(value) || !isObject(value.license) || Array.isArray(value.license)) return undefined
  const license: VehicleLicense = readEach(value.license, KEYS, asText)
  const evidence = isObject(value.evidence) ? readEach(value.evidence, KEYS, readEvidence) : undefined
  const size = isObject(value.imageSize) ? readSize(value.imageSize.width, value.imageSize.height) : undefined
  return {
    license,
    ...(evidence && { evidence }),
    cards: readEach(value.cards, PAGES, readQuad),
    ...(size && { imageSize: size }),
    ...(Array.isArray(value.warnings) && { warnings: knownWarnings(value.warnings) }),
  }
}
