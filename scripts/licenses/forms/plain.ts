import type { LicensePage } from '../../../miniprogram/vehicle-license/fields'
import { fieldsOf, PLACES } from '../../samples/layout'
import type { Random } from '../random'
import type { SplitStyle } from '../splits'

export type PlacedKey = keyof typeof PLACES

/** mm from the page's top left corner */
export interface Spot {
  readonly key: PlacedKey
  readonly zh: string
  readonly en: string
  readonly label: { readonly x: number; readonly y: number }
  readonly value: { readonly x: number; readonly y: number }
  /** Where the next label of the row, or the page's margin, is. */
  readonly right: number
}

/** A printing of the form: what is the same on both of its pages. */
export interface Form {
  readonly name: 'plain'
  readonly spots: Readonly<Record<LicensePage, readonly Spot[]>>
  readonly labelMm: number
  readonly labelColor: string
  readonly family: string
  readonly english: boolean
  readonly rules: boolean
  /** A line around the page, mm from its edge. */
  readonly border: number | undefined
  readonly titleMm: number
  readonly paper: string
  readonly inks: readonly [string, string]
}

const RIGHT_MM = 86.6
/** Labels further right than this belong to a right column. */
const MIDDLE_MM = 40

function spotsOf(page: LicensePage, random: Random, style: SplitStyle): Spot[] {
  const [left, right, value] = [style.leftColumn, style.rightColumn, style.valueColumn].map((range) =>
    random.between(...range),
  ) as [number, number, number]
  const pitch = random.between(...style.rowPitch)
  const top = random.between(...style.top)
  const rows = Math.min(...fieldsOf(page).flatMap(({ key }) => (key === 'issueAuthority' ? [] : PLACES[key].label[1])))
  const down = (y: number) => rows + top + (y - rows) * pitch
  const placed = fieldsOf(page).flatMap(({ key, label }) => {
    if (key === 'issueAuthority') return []
    const place = PLACES[key]
    const aside = place.label[0] > MIDDLE_MM ? right : left
    return [
      {
        key,
        ...label,
        label: { x: place.label[0] + aside, y: down(place.label[1]) },
        value: { x: place.value[0] + aside + value, y: down(place.value[1]) },
      },
    ]
  })
  return placed.map((spot) => {
    const beyond = placed.filter((other) => Math.abs(other.label.y - spot.label.y) < 1 && other.label.x > spot.label.x)
    return { ...spot, right: Math.min(RIGHT_MM, ...beyond.map((other) => other.label.x - 0.5)) }
  })
}

export function createForm(random: Random, style: SplitStyle): Form {
  const [ink, other] = random.some(style.inks, 2)
  return {
    name: 'plain',
    spots: {
      main: spotsOf('main', random.fork('main'), style),
      duplicate: spotsOf('duplicate', random.fork('duplicate'), style),
    },
    labelMm: random.between(...style.labelMm),
    labelColor: random.pick(style.labelColors),
    family: random.pick(style.labelFamilies),
    english: random.chance(0.75),
    rules: random.chance(0.6),
    border: random.chance(0.35) ? random.between(0.8, 1.8) : undefined,
    titleMm: random.between(3.2, 3.9),
    paper: random.pick(style.papers),
    inks: [ink ?? '#9cc9ac', other ?? '#b9d5e6'],
  }
}
