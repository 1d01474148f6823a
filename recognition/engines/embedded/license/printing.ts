import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'

const NONE = '-'
const DIGITS = '0123456789'

/** What the printer may print in a place of this kind; a kind that is not here may hold anything. */
const ALPHABETS: Partial<Record<FieldKind, RegExp>> = {
  // Letters but I and O (GA 36), and the Chinese characters of provinces and suffixes.
  plate: /^[A-HJ-NP-Z0-9\p{Script=Han}]$/u,
  // Letters but I, O and Q (GB 16735).
  vin: /^[A-HJ-NPR-Z0-9]$/,
  date: new RegExp(`^[${DIGITS}${NONE}]$`),
  mass: new RegExp(`^[${DIGITS}kg${NONE}]$`),
  count: new RegExp(`^[${DIGITS}人${NONE}]$`),
  size: new RegExp(`^[${DIGITS}×xXm${NONE}]$`),
}

export const canStand = (kind: FieldKind, character: string): boolean => ALPHABETS[kind]?.test(character) ?? true

const HAN_NEIGHBOR = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu
const withoutSpaces = (text: string): string => text.replace(/\s/g, '')

/** How recognizers write the two short dashes of an empty value. */
const DASHES = /^[-—–―−_一]+$/

export const isDashes = (text: string): boolean => DASHES.test(withoutSpaces(text))

const cleanText = (text: string): string => text.replace(HAN_NEIGHBOR, '').trim()

const CLEANERS: Partial<Record<FieldKind, (text: string) => string>> = {
  plate: (text) => withoutSpaces(text).replace(/[·.•]/g, '').toUpperCase(),
  vin: (text) => withoutSpaces(text).toUpperCase().replace(/I/g, '1').replace(/[OQ]/g, '0'),
  date: (text) => withoutSpaces(text).replace(/[—–−]/g, '-'),
  mass: withoutSpaces,
  count: withoutSpaces,
  size: (text) => withoutSpaces(text).replace(/[xX*✕╳]/g, '×'),
}

/** Forms from which a value stands out where print beside it was read along with it. */
const FORMS: Partial<Record<FieldKind, RegExp>> = {
  date: /\d{4}-\d{2}-\d{2}/,
  mass: /\d+kg/i,
  count: /\d+人/,
  size: /\d+×\d+×\d+mm/i,
}

/** A value as printed: in half width, without what a recognizer adds or takes for something else. */
export function clean(kind: FieldKind, text: string): string {
  const narrow = text.normalize('NFKC').replace(/^\s*[::]/, '')
  if (isDashes(narrow)) return '--'
  const cleaned = (CLEANERS[kind] ?? cleanText)(narrow)
  return FORMS[kind]?.exec(cleaned)?.[0] ?? cleaned
}
