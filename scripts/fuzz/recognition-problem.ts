import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import { WARNINGS } from '../../miniprogram/vehicle-license/warnings'

type Json = Readonly<Record<string, unknown>>

const KEYS: readonly string[] = FIELDS.map(({ key }) => key)

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isPoint = (value: unknown): boolean => isObject(value) && isNumber(value.x) && isNumber(value.y)
const isQuad = (value: unknown): boolean => Array.isArray(value) && value.length === 4 && value.every(isPoint)
const isSide = (value: unknown): boolean => isNumber(value) && Number(value) > 0
const isSize = (value: unknown): boolean => isObject(value) && isSide(value.width) && isSide(value.height)
const isWarning = (value: unknown): boolean => typeof value === 'string' && value in WARNINGS
const isUnit = (value: unknown): boolean => isNumber(value) && Number(value) >= 0 && Number(value) <= 1

/** Whether the members with these keys are valid or absent; ignores other keys. */
const isRecord = (value: unknown, keys: readonly string[], isMember: (member: unknown) => boolean): boolean =>
  isObject(value) && keys.every((key) => !Object.hasOwn(value, key) || isMember(value[key]))

const isEvidence = (value: unknown): boolean => isObject(value) && isUnit(value.confidence) && isQuad(value.box)

/** How a value differs from the type `Recognition`, if it does. */
export function recognitionProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'not a recognition'
  const { license, evidence, cards, imageSize, warnings } = value
  if (!isRecord(license, KEYS, (text) => typeof text === 'string')) return 'license is not a record of texts'
  if (!isRecord(cards, ['main', 'duplicate'], isQuad)) return 'cards are not quads'
  if (evidence !== undefined && !isRecord(evidence, KEYS, isEvidence)) return 'evidence is invalid'
  if (imageSize !== undefined && !isSize(imageSize)) return 'imageSize is invalid'
  if (warnings !== undefined && !(Array.isArray(warnings) && warnings.every(isWarning))) return 'warnings are invalid'
  return undefined
}
