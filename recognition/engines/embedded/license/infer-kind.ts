import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { USES } from '../../../../miniprogram/vehicle-license/vocabulary'

/** Patterns that identify a kind without its label; they allow some misread characters. */
const PATTERNS: Partial<Record<FieldKind, RegExp>> = {
  plate: /^\p{Script=Han}[A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领]$/u,
  date: /^[\dOØ]{4}-[\dOØ]{2}-[\dOØ]{2}$/,
  mass: /^[\dOØ]{3,5}k[gq9]$/i,
  count: /^\d{1,2}人$/,
  size: /^\d{4,5}[×xX*]\d{3,4}[×xX*]\d{3,4}(mm)?$/i,
  vin: /^[A-Z\d]{16,18}$/,
  vehicleType: /^([重中轻微大小]型|普通)\p{Script=Han}{1,8}车$/u,
  useCharacter: new RegExp(`^(${USES.join('|')})$`, 'u'),
}

/** A VIN behind a remainder of its label, or behind other text. */
const VIN_SUFFIX = /[^A-Z\d][A-Z\d]?(?=[A-Z\d]{17}$)/u

/** The kind whose pattern a text matches. */
export function inferKind(text: string): FieldKind | undefined {
  const bare = text.normalize('NFKC').replace(/[\s·.]/g, '')
  return (Object.keys(PATTERNS) as FieldKind[]).find((kind) => PATTERNS[kind]?.test(bare))
}

/** The kind of a text or of its end, and the UTF-16 index where that starts. */
export function inferKindOfPart(text: string): { readonly kind: FieldKind; readonly start: number } | undefined {
  const whole = inferKind(text)
  if (whole) return { kind: whole, start: 0 }
  const vin = VIN_SUFFIX.exec(text)
  return vin ? { kind: 'vin', start: vin.index + vin[0].length } : undefined
}

/** Whether a text is an inspection record, by its fixed wording. */
export const isInspection = (text: string): boolean =>
  /^(\p{Script=Han}[A-Z][A-Z\d]{4,6}\s?)?(?=.{0,3}[验效]).{2,5}期至\s?\d{2}/u.test(text)
