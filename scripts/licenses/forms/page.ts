import {
  FIELDS,
  type FieldKey,
  type LicensePage,
  type VehicleLicense,
} from '../../../miniprogram/vehicle-license/fields'

export const TITLES: Record<LicensePage, { zh: string; en?: string }> = {
  main: { zh: '中华人民共和国机动车行驶证', en: "Vehicle License of the People's Republic of China" },
  duplicate: { zh: '中华人民共和国机动车行驶证副页' },
}

/** Fields with a place on the form. The issuing authority is in the seal. */
export type PlacedKey = Exclude<FieldKey, 'issueAuthority'>

export const fieldsOf = (page: LicensePage) => FIELDS.filter((field) => field.page === page)

/** The fields of a license that are printed on these pages. */
export function printedOn(pages: readonly LicensePage[], license: VehicleLicense): VehicleLicense {
  const keys = pages.flatMap((page) => fieldsOf(page).map((field) => field.key))
  return Object.fromEntries(keys.flatMap((key) => (license[key] === undefined ? [] : [[key, license[key]]])))
}
