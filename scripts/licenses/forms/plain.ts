import type { LicensePage } from '../../../miniprogram/vehicle-license/fields'
import type { Random } from '../random'
import type { SplitStyle } from '../splits'
import { fieldsOf, type PlacedKey } from './page'

/** mm from the top left corner of the page */
interface Place {
  readonly label: readonly [x: number, y: number]
  readonly value: readonly [x: number, y: number]
}

/** Places of labels and values in generated examples. */
const PLACES: Readonly<Record<PlacedKey, Place>> = {
  plateNum: { label: [4, 12], value: [17, 11.6] },
  vehicleType: { label: [43, 12], value: [56, 11.6] },
  owner: { label: [4, 18.5], value: [17, 18.1] },
  addr: { label: [4, 25], value: [17, 24.6] },
  useCharacter: { label: [28, 32], value: [41, 31.6] },
  model: { label: [53, 32], value: [63, 31.6] },
  vin: { label: [28, 38.5], value: [44, 38.1] },
  engineNum: { label: [28, 45], value: [44, 44.6] },
  registerDate: { label: [28, 51.5], value: [41, 51.1] },
  issueDate: { label: [58.5, 51.5], value: [71, 51.1] },
  plateNumB: { label: [4, 8.5], value: [17, 8.1] },
  record: { label: [45, 8.5], value: [58, 8.1] },
  passengersNum: { label: [4, 15], value: [19, 14.6] },
  totalQuality: { label: [45, 15], value: [58, 14.6] },
  prepareQuality: { label: [4, 21.5], value: [17, 21.1] },
  loadQuality: { label: [45, 21.5], value: [60, 21.1] },
  overallSize: { label: [4, 28], value: [17, 27.6] },
  tractionQuality: { label: [49, 28], value: [66, 27.6] },
  remark: { label: [4, 34.5], value: [17, 34.1] },
  inspectionRecord: { label: [4, 43], value: [17, 42.6] },
}

/** mm from the top left corner of the page. */
export interface Spot {
  readonly key: PlacedKey
  readonly zh: string
  readonly en: string
  readonly label: { readonly x: number; readonly y: number }
  readonly value: { readonly x: number; readonly y: number }
  /** Where the room for the value ends: at the next label or the margin. */
  readonly right: number
}

/** What both pages of one form have in common. */
export interface Form {
  readonly name: 'plain'
  readonly spots: Readonly<Record<LicensePage, readonly Spot[]>>
  readonly labelMm: number
  readonly labelColor: string
  readonly family: string
  readonly english: boolean
  readonly rules: boolean
  /** Distance of the border line from the edge in mm. */
  readonly border: number | undefined
  readonly titleMm: number
  readonly paper: string
  readonly inks: readonly [string, string]
}

const RIGHT_MM = 86.6
/** Labels to the right of it are in a right column. */
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
  const [ink, other] = random.sample(style.inks, 2)
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
