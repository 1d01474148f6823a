import { type Strings, type Text, text } from '../../strings/index'
import type { Check } from './check'

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

type Kind = keyof Strings['plates']

const P = `[${PROVINCES}]`
/** Any character of a plate: no I, no O (GA 36-2018). */
const C = '[A-HJ-NP-Z0-9]'
/** Province and issuing city; O occurs here (京O). */
const HEAD = `${P}[A-Z]`
/** D, A, B, C, E: battery electric; F, G, H, J, K: other new energy vehicles. */
const ENERGY = '[A-HJK]'

/**
 * All plate formats. GA 36-2018, except those not issued by the traffic police: rescue vehicles (国办发〔2018〕114号: X fire,
 * S forest fire), tractors (NY/T 345.1), airport vehicles, army, armed police. Ordinary plates of cars, trucks and
 * motorcycles differ only in color.
 */
const FORMS: readonly (readonly [kind: Kind, form: string])[] = [
  ['ordinary', `${HEAD}${C}{5}`],
  ['newEnergySmall', `${HEAD}${ENERGY}${C}\\d{4}`],
  ['newEnergyLarge', `${HEAD}\\d{5}${ENERGY}`],
  ['trailer', `${HEAD}${C}{4}挂`],
  ['learner', `${HEAD}${C}{4}学`],
  // Courts, prosecutors and others have a letter for the authority first (川OC123警).
  ['police', `${HEAD}${C}{4}警`],
  ['hongKong', `${HEAD}${C}{4}港`],
  ['macao', `${HEAD}${C}{4}澳`],
  // 使014578 since 2007, 014578使 since 2017; consulates: 沪A0023领 and 沪02201领.
  ['embassy', `使\\d{6}|\\d{3}${C}{3}使`],
  ['consulate', `${HEAD}\\d{4}领|${P}\\d{3}${C}{2}领`],
  // Motorcycles have the characters in reverse order.
  ['rescue', `${P}[XS\\d]\\d{4}应急|应急${P}\\d{3}[XS]`],
  ['airport', `民航[A-Z]${C}{4,5}`],
  ['tractor', `${P}\\d{2}${C}{5}`],
  ['temporary', `${HEAD}${C}{4}[试超]`],
  ['armedPolice', `WJ${P}?\\d{4}[A-Z0-9]`],
  ['army', `[A-HJ-NP-Z]{2}\\d{5}`],
]

const PATTERNS = FORMS.map(([kind, form]) => ({ kind, pattern: new RegExp(`^(?:${form})$`) }))

const kindOf = (value: string): Kind | undefined => PATTERNS.find(({ pattern }) => pattern.test(value))?.kind

/** The kind of a plate number; undefined if it matches no format. */
export function plateKind(value: string): Text | undefined {
  const kind = kindOf(value)
  return kind && text(({ plates }) => plates[kind])
}

export const isTrailerPlate = (value: string): boolean => kindOf(value) === 'trailer'

/** These vehicles have other papers: on a license, the number must be misread. */
const NOT_ON_LICENSES: readonly Kind[] = ['temporary', 'armedPolice', 'army']

export const checkPlate: Check = (value) => {
  const kind = kindOf(value)
  if (kind === undefined) return text(({ checks }) => checks.plate)
  return NOT_ON_LICENSES.includes(kind) ? text(({ checks, plates }) => checks.plateElsewhere(plates[kind])) : undefined
}
