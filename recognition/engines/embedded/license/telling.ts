import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { USES } from '../../../../miniprogram/vehicle-license/vocabulary'

/** Texts that tell what they are, whatever label they stand beside; a few characters of them may be misread. */
const TELLING: Partial<Record<FieldKind, RegExp>> = {
  plate: /^\p{Script=Han}[A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领]$/u,
  date: /^[\dOØ]{4}-[\dOØ]{2}-[\dOØ]{2}$/,
  mass: /^[\dOØ]{3,5}k[gq9]$/i,
  count: /^\d{1,2}人$/,
  size: /^\d{4,5}[×xX*]\d{3,4}[×xX*]\d{3,4}(mm)?$/i,
  vin: /^[A-Z\d]{16,18}$/,
  vehicleType: /^([重中轻微大小]型|普通)\p{Script=Han}{1,8}车$/u,
  useCharacter: new RegExp(`^(${USES.join('|')})$`, 'u'),
}

/** A VIN that remains of its label, or something else, were read together with. */
const VIN_BEHIND = /[^A-Z\d][A-Z\d]?(?=[A-Z\d]{17}$)/u

/** The kind that a text is of to all appearance, or nothing. */
export function tellingKind(text: string): FieldKind | undefined {
  const bare = text.normalize('NFKC').replace(/[\s·.]/g, '')
  return (Object.keys(TELLING) as FieldKind[]).find((kind) => TELLING[kind]?.test(bare))
}

/** What a text tells of itself, and the index of the character (UTF-16) that this begins with. */
export function tellingPart(text: string): { readonly kind: FieldKind; readonly start: number } | undefined {
  const whole = tellingKind(text)
  if (whole) return { kind: whole, start: 0 }
  const vin = VIN_BEHIND.exec(text)
  return vin ? { kind: 'vin', start: vin.index + vin[0].length } : undefined
}

/** Whether a text is an inspection's, which is told in the same words always: a remark may name a day in other words. */
export const isInspection = (text: string): boolean =>
  /^(\p{Script=Han}[A-Z][A-Z\d]{4,6}\s?)?(?=.{0,3}[验效]).{2,5}期至\s?\d{2}/u.test(text)
