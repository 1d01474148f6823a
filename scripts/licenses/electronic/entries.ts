import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import type { Random } from '../random'
import type { Split } from '../splits'

/** A line of an electronic license: a field of the license, or something else that apps show beside them. */
export interface Entry {
  readonly label: string
  readonly value: string
  readonly key?: FieldKey
}

const MAIN: readonly FieldKey[] = [
  'plateNum',
  'vehicleType',
  'owner',
  'addr',
  'useCharacter',
  'model',
  'vin',
  'engineNum',
  'registerDate',
  'issueDate',
  'issueAuthority',
]
const DUPLICATE: readonly FieldKey[] = [
  'record',
  'passengersNum',
  'totalQuality',
  'prepareQuality',
  'loadQuality',
  'overallSize',
  'tractionQuality',
  'remark',
]

/** How apps call the fields. */
const LABELS: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  plateNum: ['号牌号码', '号牌号码', '车牌号码'],
  vehicleType: ['车辆类型'],
  owner: ['所有人', '机动车所有人'],
  addr: ['住址'],
  useCharacter: ['使用性质'],
  model: ['品牌型号'],
  vin: ['车辆识别代号', '车辆识别代号', '车架号', 'VIN'],
  engineNum: ['发动机号码', '发动机号码', '发动机号'],
  registerDate: ['注册日期', '注册登记日期'],
  issueDate: ['发证日期'],
  issueAuthority: ['发证机关'],
  record: ['档案编号'],
  passengersNum: ['核定载人数', '核定载客'],
  totalQuality: ['总质量'],
  prepareQuality: ['整备质量'],
  loadQuality: ['核定载质量'],
  overallSize: ['外廓尺寸'],
  tractionQuality: ['准牵引总质量'],
  remark: ['备注'],
}

const two = (value: number): string => String(value).padStart(2, '0')
const day = (random: Random, from: number, to: number): string =>
  `${random.int(from, to)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`
const time = (random: Random): string => [random.int(6, 23), random.int(0, 59), random.int(0, 59)].map(two).join(':')

type Invent = (random: Random) => string

/** What else stands there. Some of it is called the same everywhere. */
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

const entriesOf = (random: Random, keys: readonly FieldKey[], license: VehicleLicense): Entry[] =>
  keys.flatMap((key) => {
    const value = license[key]
    const labels = LABELS[key]
    return value === undefined || labels === undefined ? [] : [{ key, label: random.pick(labels), value }]
  })

/** A share of entries, in their order. */
const dropSome = (random: Random, entries: readonly Entry[], missing: number): Entry[] => {
  const left = new Set(random.sample(entries, missing))
  return entries.filter((entry) => !left.has(entry))
}

export interface Entries {
  readonly main: readonly Entry[]
  readonly more: readonly Entry[]
  /** Not among the others: when the app made it. */
  readonly madeAt: string
}

/** What one app shows: the main page almost whole, some of the duplicate page, other things among them. */
export function chooseEntries(random: Random, split: Split, license: VehicleLicense): Entries {
  const invented = Object.entries(OTHERS[split]).map(([label, invent]): Entry => ({ label, value: invent(random) }))
  const others = random.sample(invented, random.int(3, 6))
  const half = Math.ceil(others.length / 2)
  const main = dropSome(random, entriesOf(random, MAIN, license), random.int(0, 2))
  const duplicate = random.chance(0.6) ? dropSome(random, entriesOf(random, DUPLICATE, license), random.int(0, 3)) : []
  const mixed = [...main]
  // Apps put theirs anywhere: the status often comes first.
  for (const other of others.slice(0, half)) mixed.splice(random.int(0, mixed.length), 0, other)
  return {
    main: mixed,
    more: [...duplicate, ...others.slice(half)],
    madeAt: `${day(random, 2026, 2026)} ${time(random)}`,
  }
}

/** The fields of the license that stand there. */
export const truthOf = ({ main, more }: Entries): VehicleLicense =>
  Object.fromEntries([...main, ...more].flatMap(({ key, value }) => (key === undefined ? [] : [[key, value]])))
