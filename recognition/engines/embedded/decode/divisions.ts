import { areaList } from '@vant/area-data'

/** A province, city or county of GB/T 2260. */
interface Division {
  readonly name: string
  /** The digits of its code down to its own level. */
  readonly code: string
}

/** By level; the longest names first. */
const DIVISIONS: readonly (readonly Division[])[] = [
  { list: areaList.province_list, digits: 2 },
  { list: areaList.city_list, digits: 4 },
  { list: areaList.county_list, digits: 6 },
].map(({ list, digits }) =>
  Object.entries(list)
    .map(([code, name]): Division => ({ name, code: code.slice(0, digits) }))
    .sort((a, b) => b.name.length - a.name.length),
)

/** Splits off province, city and county, each within the one before it; any may be left out. */
function splitDivisions(text: string): { readonly count: number; readonly rest: string } {
  let [rest, within, count] = [text, '', 0]
  for (const divisions of DIVISIONS) {
    const own = divisions.find(({ name, code }) => code.startsWith(within) && rest.startsWith(name))
    if (!own) continue
    rest = rest.slice(own.name.length)
    within = own.code
    count += 1
  }
  return { count, rest }
}

/** 0..3: how many nested divisions a text starts with. */
export const countDivisions = (text: string): number => splitDivisions(text).count

/** The text after the divisions it starts with. */
export const afterDivisions = (text: string): string => splitDivisions(text).rest
