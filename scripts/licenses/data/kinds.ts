import type { Range } from '../random'

/** A class of vehicles. */
export interface Kind {
  /** Relative frequency. */
  readonly weight: number
  /** Vehicle types of GA 24.4. */
  readonly types: readonly string[]
  /** Use characters of GA 24.3. */
  readonly uses: readonly string[]
  readonly plate: 'car' | 'truck' | 'trailer' | 'motorcycle'
  /** Share of owners that are companies. */
  readonly companies: number
  readonly people?: Range
  /** kg */
  readonly unladen: Range
  /** kg; absent for vehicles that carry no load. */
  readonly load?: Range
  /** kg */
  readonly traction?: Range
  /** mm */
  readonly length: Range
  readonly width: Range
  readonly height: Range
}

const compose = (sizes: readonly string[], bodies: readonly string[]): string[] =>
  sizes.flatMap((size) => bodies.map((body) => size + body))

const TRUCK_BODIES =
  '普通货车 厢式货车 封闭货车 罐式货车 平板货车 集装箱车 自卸货车 特殊结构货车 仓栅式货车 栏板货车 车辆运输车'.split(
    ' ',
  )
const TRAILER_BODIES =
  '普通半挂车 厢式半挂车 罐式半挂车 平板半挂车 集装箱半挂车 自卸半挂车 仓栅式半挂车 特殊结构半挂车 栏板半挂车 低平板半挂车 车辆运输半挂车 普通全挂车 厢式全挂车'.split(
    ' ',
  )
const PRIVATE = ['非营运', '非营运', '非营运', '非营运', '非营运', '营转非', '出租转非', '租赁', '预约出租客运']
const PUBLIC = ['出租客运', '租赁', '警用', '消防', '救护', '工程救险', '教练', '预约出租客运']
const FREIGHT = ['货运', '货运', '货运', '非营运', '危化品运输', '危险品运输', '营转非']

const CARS = [
  '小型轿车',
  '小型轿车',
  '小型普通客车',
  '小型越野客车',
  '小型面包车',
  '微型面包车',
  '微型轿车',
  '微型普通客车',
]
const SERVICE_CARS = ['小型专用客车', '小型轿车', '小型普通客车', '中型专用客车', '小型越野客车']
const BUSES = '大型普通客车 大型双层客车 大型卧铺客车 大型铰接客车 中型普通客车 大型专用客车 大型轿车'.split(' ')
const TRUCKS = compose(['重型', '中型'], [...TRUCK_BODIES, '专项作业车'])
const LIGHT_TRUCKS = compose(['轻型', '微型'], TRUCK_BODIES)
const TRACTORS = compose(['重型', '重型', '中型'], ['半挂牵引车', '全挂牵引车'])
const TRAILERS = compose(['重型', '重型', '中型', '轻型'], TRAILER_BODIES)
const MOTORCYCLES =
  '普通二轮摩托车 轻便二轮摩托车 普通正三轮摩托车 轻便正三轮摩托车 侧三轮摩托车 正三轮载货摩托车'.split(' ')
const BUS_USES = ['公交客运', '公路客运', '旅游客运', '非营运', '租赁', '营转非']
const SCHOOL_BUSES = ['小型专用校车', '中型专用校车', '大型专用校车']
const SCHOOL_USES = ['幼儿校车', '小学生校车', '其他校车', '中小学生校车']
const TRAILER_USES = ['货运', '货运', '危化品运输', '非营运']

// prettier-ignore
export const KINDS: readonly Kind[] = [
  { weight: 10, plate: 'car', companies: 0.12, people: [4, 9], types: CARS, uses: PRIVATE,
    unladen: [780, 2480], length: [3200, 5380], width: [1480, 2030], height: [1380, 1990] },
  { weight: 2, plate: 'car', companies: 1, people: [4, 9], types: SERVICE_CARS, uses: PUBLIC,
    unladen: [1200, 3900], length: [4300, 5990], width: [1700, 2180], height: [1450, 2690] },
  { weight: 3, plate: 'truck', companies: 1, people: [15, 69], types: BUSES, uses: BUS_USES,
    unladen: [4800, 13900], length: [6990, 13700], width: [2040, 2550], height: [2680, 4180] },
  { weight: 1, plate: 'truck', companies: 1, people: [9, 56], types: SCHOOL_BUSES, uses: SCHOOL_USES,
    unladen: [3200, 9900], length: [5400, 11900], width: [1980, 2550], height: [2500, 3400] },
  { weight: 4, plate: 'truck', companies: 0.75, people: [2, 3], types: TRUCKS, uses: FREIGHT,
    unladen: [4200, 15800], load: [4900, 17900], length: [5995, 12000], width: [2200, 2550], height: [2400, 3990] },
  { weight: 3, plate: 'car', companies: 0.4, people: [2, 5], types: LIGHT_TRUCKS, uses: FREIGHT,
    unladen: [1050, 2900], load: [495, 1995], length: [3900, 5998], width: [1500, 2280], height: [1800, 3180] },
  { weight: 2, plate: 'truck', companies: 0.9, people: [2, 3], types: TRACTORS, uses: FREIGHT,
    unladen: [6200, 11800], traction: [30000, 40000], length: [5900, 7650], width: [2490, 2550], height: [2900, 3990] },
  { weight: 2, plate: 'trailer', companies: 0.9, types: TRAILERS, uses: TRAILER_USES,
    unladen: [2400, 9200], load: [9800, 34500], length: [7800, 13750], width: [2490, 2550], height: [1500, 3990] },
  { weight: 1, plate: 'motorcycle', companies: 0.03, people: [1, 3], types: MOTORCYCLES, uses: ['非营运'],
    unladen: [82, 390], length: [1690, 3480], width: [680, 1290], height: [1020, 1450] },
]
