import { type Strings, type Text, text } from '../../strings/index'
import type { Check } from './check'

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

type Kind = keyof Strings['plates']

const P = `[${PROVINCES}]`
/** A place of a number: a letter or a digit, no I and no O (GA 36-2018). */
const C = '[A-HJ-NP-Z0-9]'
/** Who issued it, told by a letter; here O is one (京O). */
const HEAD = `${P}[A-Z]`
/** D, A, B, C, E for battery cars; F, G, H, J, K for other new energy. */
const ENERGY = '[A-HJK]'

/**
 * Every kind of plate, by its form. GA 36-2018, but for those that others than the traffic police issue: rescue vehicles
 * (国办发〔2018〕114号: X fire, S forest fire, none for the ministry), tractors (NY/T 345.1), airport vehicles, the army
 * and the armed police. Ordinary plates of small and large vehicles, motorcycles and mopeds differ in color alone.
 */
const FORMS: readonly (readonly [kind: Kind, form: string])[] = [
  ['ordinary', `${HEAD}${C}{5}`],
  ['newEnergySmall', `${HEAD}${ENERGY}${C}\\d{4}`],
  ['newEnergyLarge', `${HEAD}\\d{5}${ENERGY}`],
  ['trailer', `${HEAD}${C}{4}挂`],
  ['learner', `${HEAD}${C}{4}学`],
  // Of courts, prosecutors and others: a letter for the authority where others have the first digit (川OC123警).
  ['police', `${HEAD}${C}{4}警`],
  ['hongKong', `${HEAD}${C}{4}港`],
  ['macao', `${HEAD}${C}{4}澳`],
  // 使014578 since 2007, 014578使 since 2017; of consulates 沪A0023领 and 沪02201领.
  ['embassy', `使\\d{6}|\\d{3}${C}{3}使`],
  ['consulate', `${HEAD}\\d{4}领|${P}\\d{3}${C}{2}领`],
  // Of motorcycles the characters stand the other way round.
  ['rescue', `${P}[XS\\d]\\d{4}应急|应急${P}\\d{3}[XS]`],
  ['airport', `民航[A-Z]${C}{4,5}`],
  ['tractor', `${P}\\d{2}${C}{5}`],
  ['temporary', `${HEAD}${C}{4}[试超]`],
  ['armedPolice', `WJ${P}?\\d{4}[A-Z0-9]`],
  ['army', `[A-HJ-NP-Z]{2}\\d{5}`],
]

const PATTERNS = FORMS.map(([kind, form]) => ({ kind, pattern: new RegExp(`^(?:${form})$`) }))

const kindOf = (value: string): Kind | undefined => PATTERNS.find(({ pattern }) => pattern.test(value))?.kind

/** What kind of plate a number stands on; nothing for what is no plate's number. */
export function plateKind(value: string): Text | undefined {
  const kind = kindOf(value)
  return kind && text(({ plates }) => plates[kind])
}

export const isTrailerPlate = (value: string): boolean => kindOf(value) === 'trailer'

/** Their vehicles have papers of their own: on a license, something else was misread. */
const ELSEWHERE: readonly Kind[] = ['temporary', 'armedPolice', 'army']

export const checkPlate: Check = (value) => {
  const kind = kindOf(value)
  if (kind === undefined) return text(({ checks }) => checks.plate)
  return ELSEWHERE.includes(kind) ? text(({ checks, plates }) => checks.plateElsewhere(plates[kind])) : undefined
}
