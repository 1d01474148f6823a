import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'

/** Texts that tell what they are, whatever label they stand beside; a few characters of them may be misread. */
const TELLING: Partial<Record<FieldKind, RegExp>> = {
  plate: /^\p{Script=Han}[A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领]$/u,
  date: /^[\dOØ]{4}-[\dOØ]{2}-[\dOØ]{2}$/,
  mass: /^[\dOØ]{3,5}k[gq9]$/i,
  count: /^\d{1,2}人$/,
  size: /^\d{4,5}[×xX*]\d{3,4}[×xX*]\d{3,4}(mm)?$/i,
  vin: /^[A-Z\d]{16,18}$/,
}

/** The kind that a text is of to all appearance, or nothing. */
export function tellingKind(text: string): FieldKind | undefined {
  const bare = text.normalize('NFKC').replace(/[\s·.]/g, '')
  return (Object.keys(TELLING) as FieldKind[]).find((kind) => TELLING[kind]?.test(bare))
}

/** Whether a text is an inspection's, which is told in the same words always; the last two of them are seldom misread. */
export const isInspection = (text: string): boolean => /^.{2,5}期至\d{2}/u.test(text)
