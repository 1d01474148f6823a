import type { FieldKey, LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { printedOn } from './forms/page'
import type { Random } from './random'
import type { Degradations } from './degradations'

/** How people hide values before they send a picture. */
export type Hiding = 'mosaic' | 'crossed-out'

export type Hidden = ReadonlyMap<FieldKey, Hiding>

/** What people hide, together where it stands twice. */
const PRIVATE: readonly (readonly FieldKey[])[] = [
  ['owner'],
  ['addr'],
  ['plateNum', 'plateNumB'],
  ['vin'],
  ['engineNum'],
  ['record'],
]

/** What stands for no value, which nobody hides. */
const NONE = '--'

/** Which values of the pages that are seen are hidden, and how. */
export function chooseHidden(
  random: Random,
  degradations: Degradations,
  pages: readonly LicensePage[],
  license: VehicleLicense,
): Hidden {
  const standing = printedOn(pages, license)
  const isThere = (key: FieldKey) => standing[key] !== undefined && standing[key] !== NONE
  const there = PRIVATE.map((keys) => keys.filter(isThere)).filter((keys) => keys.length > 0)
  const hidings = (['mosaic', 'crossed-out'] as const).filter((hiding) => degradations.has(hiding))
  return new Map(
    hidings.flatMap((hiding) =>
      random.sample(there, random.int(1, 3)).flatMap((keys) => keys.map((key) => [key, hiding] as const)),
    ),
  )
}

/** A value of which a character or two are left: 粤XXXXX. */
export const crossedOut = (text: string): string => {
  const left = text.length > 12 ? 6 : 1
  return text.slice(0, left) + 'X'.repeat(Math.min(6, text.length - left))
}

/** What of a license can still be read: a value that is given for a hidden one was made up. */
export const withoutHidden = (license: VehicleLicense, hidden: Hidden): VehicleLicense =>
  Object.fromEntries(Object.entries(license).filter(([key]) => !hidden.has(key as FieldKey)))
