import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { crossedOut } from '../hidden'
import type { Random } from '../random'
import type { PrintedValue } from '../values'
import type { Look } from './card'
import { mosaic } from './mosaic'

type Print<Spot> = (spot: Spot, text: string, random: Random) => PrintedValue

/** Prints the values of a page, some of them hidden: what is crossed out is printed so, what is under a mosaic is covered. */
export function printValues<Spot extends { readonly key: FieldKey }>(
  spots: readonly Spot[],
  license: VehicleLicense,
  { hidden }: Pick<Look<unknown>, 'hidden'>,
  random: Random,
  print: Print<Spot>,
): { readonly html: string; readonly mosaics: string; readonly smallestMm: number } {
  const values = spots.map((spot) => {
    const text = license[spot.key] ?? ''
    const hiding = hidden.get(spot.key)
    const value = print(spot, hiding === 'crossed-out' ? crossedOut(text) : text, random.fork(spot.key))
    return { ...value, mosaic: hiding === 'mosaic' ? mosaic(value, random.fork(`mosaic ${spot.key}`)) : '' }
  })
  return {
    html: values.map(({ html }) => html).join(''),
    mosaics: values.map((value) => value.mosaic).join(''),
    smallestMm: Math.min(...values.map(({ sizeMm }) => sizeMm)),
  }
}
