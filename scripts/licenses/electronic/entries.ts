import type { FieldKey, LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { fieldsOf } from '../forms/page'
import type { Random } from '../random'
import type { Split } from '../splits'

/** A row of an electronic license: a field of the license, or something else that apps show. */
export interface Entry {
  readonly label: string
  readonly value: string
  readonly key?: FieldKey
}

/** Never shown: the plate again, and the stamped record. */
const OMITTED: readonly FieldKey[] = ['plateNumB', 'inspectionRecord']

/** Labels of apps other than the printed one; repeated ones are more frequent. */
const OTHER_LABELS: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  plateNum: ['号牌号码', '车牌号码'],
  owner: ['机动车所有人'],
  vin: ['车辆识别代号', '车架号', 'VIN'],
  engineNum: ['发动机号码', '发动机号'],
  registerDate: ['注册登记日期'],
  passengersNum: ['核定载客'],
}

const two = (value: number): string => String(value).padStart(2, '0')
const day = (random: Random, from: number, to: number): string =>
  `${random.int(from, to)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
const time = (random: Random): string => [random.int(6, 23), random.int(0, 59), random.int(0, 59)].map(two).join(':')

type Invent = (random: Random) => string

/** Other entries by label. Some labels are the same everywhere. */
const OTHERS: Readonly<Record<Split, Readonly<Record<string, Invent>>>> = {
  dev: {
    状态: (random) => random.pick(['正常', '正常', '逾期未检验']),
    检验有效期止: (random) => day(random, 2026, 2029),
    强制报废期止: (random) => day(random, 2030, 2099),
    车身颜色: (random) => random.pick(['白', '黑', '银灰', '红']),
    能源种类: (random) => random.pick(['汽油', '柴油', '纯电动']),
    生成时间: (random) => `${day(random, 2026, 2026)} ${time(random)}`,
    号牌种类: (random) => random.pick(['小型汽车', '小型新能源汽车']),
  },
  test: {
    机动车状态: (random) => random.pick(['正常', '正常', '转出']),
    检验有效期止: (random) => day(random, 2026, 2029),
    强制报废期止: (random) => day(random, 2030, 2099),
    车身颜色: (random) => random.pick(['蓝', '灰', '白/黑', '香槟']),
    燃料种类: (random) => random.pick(['汽油', '天然气', '插电式混合动力']),
    生成时间: (random) => `${day(random, 2025, 2027)} ${time(random)}`,
    保险终止日期: (random) => day(random, 2026, 2028),
  },
}

const entriesOf = (random: Random, page: LicensePage, license: VehicleLicense): Entry[] =>
  fieldsOf(page).flatMap(({ key, label }) => {
    const value = license[key]
    if (value === undefined || OMITTED.includes(key)) return []
    return [{ key, label: random.pick([label.zh, ...(OTHER_LABELS[key] ?? [])]), value }]
  })

/** Drops `missing` random entries. */
const dropSome = (random: Random, entries: readonly Entry[], missing: number): Entry[] => {
  const left = new Set(random.sample(entries, missing))
  return entries.filter((entry) => !left.has(entry))
}

export interface Entries {
  readonly main: readonly Entry[]
  readonly more: readonly Entry[]
  /** When the app made it; not among the entries. */
  readonly madeAt: string
}

/** What one app shows: most of the main page, some of the duplicate page, and other entries among them. */
export function chooseEntries(random: Random, split: Split, license: VehicleLicense): Entries {
  const invented = Object.entries(OTHERS[split]).map(([label, invent]): Entry => ({ label, value: invent(random) }))
  const others = random.sample(invented, random.int(3, 6))
  const half = Math.ceil(others.length / 2)
  const main = dropSome(random, entriesOf(random, 'main', license), random.int(0, 2))
  const duplicate = random.chance(0.6)
    ? dropSome(random, entriesOf(random, 'duplicate', license), random.int(0, 3))
    : []
  const mixed = [...main]
  for (const other of others.slice(0, half)) mixed.splice(random.int(0, mixed.length), 0, other)
  return {
    main: mixed,
    more: [...duplicate, ...others.slice(half)],
    madeAt: `${day(random, 2026, 2026)} ${time(random)}`,
  }
}

/** The fields of the license that are shown. */
export const truthOf = ({ main, more }: Entries): VehicleLicense =>
  Object.fromEntries([...main, ...more].flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]])))
