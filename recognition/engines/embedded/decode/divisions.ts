import { areaList } from '@vant/area-data'

/** A province, city or county of GB/T 2260, and what its code begins with. */
interface Place {
  readonly name: string
  readonly code: string
}

/** Digits of the code that tell a province, a city, a county. */
const LEVELS = [
  { list: areaList.province_list, digits: 2 },
  { list: areaList.city_list, digits: 4 },
  { list: areaList.county_list, digits: 6 },
]

/** Of each level, the longest names first. */
const PLACES: readonly (readonly Place[])[] = LEVELS.map(({ list, digits }) =>
  Object.entries(list)
    .map(([code, name]): Place => ({ name, code: code.slice(0, digits) }))
    .sort((a, b) => b.name.length - a.name.length),
)

interface Placed {
  readonly count: number
  /** What comes behind the places. */
  readonly rest: string
}

/** The places, each in the one before it, that a text begins with: province, city, county; any of them may be left out. */
function placesOf(text: string): Placed {
  let [rest, within, count] = [text, '', 0]
  for (const places of PLACES) {
    const own = places.find(({ name, code }) => code.startsWith(within) && rest.startsWith(name))
    if (!own) continue
    rest = rest.slice(own.name.length)
    within = own.code
    count += 1
  }
  return { count, rest }
}

export const countDivisions = (text: string): number => placesOf(text).count

/** What of a text stands behind the places that it begins with. */
export const afterDivisions = (text: string): string => placesOf(text).rest
