import type { FieldKey, LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { printedOn } from './forms/page'
import type { Random } from './random'
import type { Degradations } from './degradations'

/** How people hide values before they send a picture. */
type Hiding = 'mosaic' | 'crossed-out'

export type Hidden = ReadonlyMap<FieldKey, Hiding>

/** Fields that people hide; the two plates are hidden together. */
const PRIVATE: readonly (readonly FieldKey[])[] = [
  ['owner'],
  ['addr'],
  ['plateNum', 'plateNumB'],
  ['vin'],
  ['engineNum'],
  ['record'],
]

/** Printed for an empty field, which nobody hides. */
const NONE = '--'

/** Chooses which values of the visible pages are hidden, and how. */
export function chooseHidden(
  random: Random,
  degradations: Degradations,
  pages: readonly LicensePage[],
  license: VehicleLicense,
): Hidden {
  const printed = printedOn(pages, license)
  const hasValue = (key: FieldKey) => printed[key] !== undefined && printed[key] !== NONE
  const groups = PRIVATE.map((keys) => keys.filter(hasValue)).filter((keys) => keys.length > 0)
  const hidings = (['mosaic', 'crossed-out'] as const).filter((hiding) => degradations.has(hiding))
  return new Map(
    hidings.flatMap((hiding) =>
      random.sample(groups, random.int(1, 3)).flatMap((keys) => keys.map((key) => [key, hiding] as const)),
    ),
  )
}

/** Keeps the first characters and replaces the rest by X: 粤XXXXXX. */
export const crossedOut = (text: string): string => {
  const left = text.length > 12 ? 6 : 1
  return text.slice(0, left) + 'X'.repeat(Math.min(6, text.length - left))
}

/** The fields that are still legible. */
export const withoutHidden = (license: VehicleLicense, hidden: Hidden): VehicleLicense =>
  Object.fromEntries(Object.entries(license).filter(([key]) => !hidden.has(key as FieldKey)))
