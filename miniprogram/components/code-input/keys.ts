const rows = (...lines: string[]): string[][] => lines.map((line) => Array.from(line))

/** First characters: provinces, embassies (使), civil aviation (民). */
const PROVINCES = rows('京津冀晋蒙辽吉黑沪苏', '浙皖闽赣鲁豫鄂湘粤桂', '琼渝川贵云藏陕甘青宁', '新使民')
/** GA 36: no I and no O. */
const PLATE = rows('1234567890', 'QWERTYUP', 'ASDFGHJKL', 'ZXCVBNM', '学警港澳领挂使应急航')
/** GB 16735: no I, O and Q. */
const VIN = rows('1234567890', 'WERTYUP', 'ASDFGHJKL', 'ZXCVBNM')

export type Layout = 'plate' | 'vin'

export const MAX_LENGTH: Record<Layout, number> = { plate: 10, vin: 17 }

export function keysAt(layout: Layout, at: number): readonly (readonly string[])[] {
  if (layout === 'vin') return VIN
  return at === 0 ? PROVINCES : PLATE
}
