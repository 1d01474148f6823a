import type { LicensePage } from '../../../miniprogram/vehicle-license/fields'

import type { Random } from '../random'
import type { SplitStyle } from '../splits'
import { fieldsOf, type PlacedKey } from './page'

/** mm from the top left corner: left edge and vertical middle of a label, its width, left edge of its value. */
interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly value: number
}

const place = (x: number, y: number, width: number, value: number): Place => ({ x, y, width, value })

/** The current form, measured on specimens. */
const CURRENT: Readonly<Record<PlacedKey, Place>> = {
  plateNum: place(3.1, 12.9, 10.4, 14.6),
  vehicleType: place(38.2, 12.6, 10.4, 50),
  owner: place(3.1, 20, 10.4, 14.6),
  addr: place(3.4, 27, 10.4, 14.6),
  useCharacter: place(3.4, 33.6, 10.4, 15),
  model: place(32.6, 33.6, 10.4, 45.6),
  vin: place(24.2, 40.8, 15, 41.6),
  engineNum: place(24.6, 47.5, 12.6, 39.8),
  registerDate: place(24.7, 54.2, 10, 35.6),
  issueDate: place(55.6, 54.2, 9.8, 66.2),
  plateNumB: place(2.7, 5.4, 10.6, 14.8),
  record: place(39.8, 5.3, 9.6, 53.5),
  passengersNum: place(2.7, 12.4, 10.6, 15),
  totalQuality: place(53.8, 12.4, 11.6, 67.5),
  prepareQuality: place(2.8, 19.4, 10.5, 15),
  loadQuality: place(53.8, 19.4, 11.6, 67.5),
  overallSize: place(3, 26.3, 10.4, 15),
  tractionQuality: place(53.9, 26.4, 11.6, 67.5),
  remark: place(3, 32.8, 10.4, 15),
  inspectionRecord: place(3.1, 46.9, 10.4, 16),
}

/** The form before the current one. */
const FORMER: typeof CURRENT = {
  ...CURRENT,
  model: place(3.4, 33.6, 10.4, 15),
  useCharacter: place(52, 33.6, 10.4, 64),
  engineNum: place(24.6, 40.8, 12.6, 39.8),
  vin: place(24.2, 47.5, 15, 41.6),
  registerDate: place(24.7, 54.2, 13, 38.6),
}
const FORMER_WORDING: Readonly<Partial<Record<PlacedKey, string>>> = { registerDate: '注册登记日期' }

export interface StandardSpot extends Place {
  readonly key: PlacedKey
  readonly zh: string
  /** Only the main page has English labels. */
  readonly en: string | undefined
  /** Where the room for the value ends: at the next label or the margin. */
  readonly right: number
}

/** What both pages of one form have in common. */
export interface StandardForm {
  readonly name: 'current' | 'former'
  readonly spots: Readonly<Record<LicensePage, readonly StandardSpot[]>>
  readonly labelMm: number
  readonly labelColor: string
  readonly labelWeight: number
  readonly family: string
  readonly titleFamily: string
  /** Colors from left to right. */
  readonly paper: readonly [string, string, string]
  readonly inks: readonly [string, string]
  /** Left edge of the security strip in mm. */
  readonly strip: number | undefined
  /** mm between two dots of a rule. */
  readonly dots: number
  /** mm from the middle of a label down to its rule. */
  readonly rule: Readonly<Record<LicensePage, number>>
  /** mm from the middle of a label down to that of its value. */
  readonly lower: Readonly<Record<LicensePage, number>>
}

const MARGIN_MM = 86.2

function spotsOf(page: LicensePage, former: boolean, random: Random, style: SplitStyle): StandardSpot[] {
  const places = former ? FORMER : CURRENT
  const [dx, dy] = [random.between(...style.formShift), random.between(...style.formShift)]
  const pitch = random.between(...style.formPitch)
  const placed = fieldsOf(page).flatMap(({ key, label }) => {
    if (key === 'issueAuthority') return []
    const { x, y, width, value } = places[key]
    const aside = dx + random.around(0.35)
    return [
      {
        key,
        zh: (former ? FORMER_WORDING[key] : undefined) ?? label.zh,
        en: page === 'main' ? label.en : undefined,
        x: x + aside,
        y: y * pitch + dy + random.around(0.25),
        width,
        value: value + aside,
      },
    ]
  })
  return placed.map((spot) => {
    const beyond = placed.filter((other) => Math.abs(other.y - spot.y) < 2 && other.x > spot.x)
    return { ...spot, right: Math.min(MARGIN_MM, ...beyond.map((other) => other.x - 0.8)) }
  })
}

export function createStandardForm(name: StandardForm['name'], random: Random, style: SplitStyle): StandardForm {
  const isFormer = name === 'former'
  const [ink, other] = random.sample(style.inks, 2)
  const lower = random.between(-0.4, 0.9)
  return {
    name,
    spots: {
      main: spotsOf('main', isFormer, random.fork('main'), style),
      duplicate: spotsOf('duplicate', isFormer, random.fork('duplicate'), style),
    },
    labelMm: random.between(2.45, 2.65),
    labelColor: random.pick(style.darkLabels),
    labelWeight: random.pick([400, 600]),
    family: random.pick(style.serifFamilies),
    titleFamily: style.sansFamily,
    paper: random.pick(isFormer ? style.greenPapers : style.gradients),
    inks: [ink ?? '#9cc9ac', other ?? '#b9d5e6'],
    strip: isFormer || random.chance(0.1) ? undefined : random.between(7.4, 9.2),
    dots: random.between(0.4, 0.58),
    rule: { main: random.between(3.3, 3.8), duplicate: random.between(1, 1.8) },
    lower: { main: lower, duplicate: lower - random.between(1, 1.9) },
  }
}
