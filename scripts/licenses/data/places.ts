import type { Random } from '../random'

/** Plate character, name and plate letters of each province. */
const PROVINCES = [
  ['京', '北京市', 'ABCEFGHJKLMNPQ'],
  ['津', '天津市', 'ABCDEFGHJKLMN'],
  ['沪', '上海市', 'ABCDEFGHJKLMN'],
  ['渝', '重庆市', 'ABCDFGHN'],
  ['冀', '河北省', 'ABCDEFGHJRT'],
  ['豫', '河南省', 'ABCDEFGHJKLMNPQRSU'],
  ['云', '云南省', 'ACDEFGHJKLMNPQRS'],
  ['辽', '辽宁省', 'ABCDEFGHJKLMNP'],
  ['黑', '黑龙江省', 'ABCDEFGHJKLMNPR'],
  ['湘', '湖南省', 'ABCDEFGHJKLMNU'],
  ['皖', '安徽省', 'ABCDEFGHJKLMNPRS'],
  ['鲁', '山东省', 'ABCDEFGHJKLMNPQRSUVY'],
  ['新', '新疆维吾尔自治区', 'ABCDEFGHJKLMNPQR'],
  ['苏', '江苏省', 'ABCDEFGHJKLMN'],
  ['浙', '浙江省', 'ABCDEFGHJKL'],
  ['赣', '江西省', 'ABCDEFGHJKLM'],
  ['鄂', '湖北省', 'ABCDEFGHJKLMNPQRS'],
  ['桂', '广西壮族自治区', 'ABCDEFGHJKLMNPR'],
  ['甘', '甘肃省', 'ABCDEFGHJKLMNP'],
  ['晋', '山西省', 'ABCDEFHJKLM'],
  ['蒙', '内蒙古自治区', 'ABCDEFGHJKLM'],
  ['陕', '陕西省', 'ABCDEFGHJKV'],
  ['吉', '吉林省', 'ABCDEFGHJK'],
  ['闽', '福建省', 'ABCDEFGHJK'],
  ['贵', '贵州省', 'ABCDEFGHJ'],
  ['粤', '广东省', 'ABCDEFGHJKLMNPQRSTUVWXY'],
  ['青', '青海省', 'ABCDEFGH'],
  ['藏', '西藏自治区', 'ABCDEFG'],
  ['川', '四川省', 'ABCDEFHJKLMQRSTUVWXYZG'],
  ['宁', '宁夏回族自治区', 'ABCDE'],
  ['琼', '海南省', 'ABCDE'],
] as const

/** Fictitious towns. */
const TOWNS =
  '样例 示例 测试 云栎 岚桥 青砚 泊舟 鹿闻 望舒 松雪 临渚 澄湾 雁归 织云 梧川 听澜 瀚原 暮川 晴岭 柏渡 霁州 禾野 砂井 枣园口 三叠 双榆 九棵松 月牙 沧屿 银杏'.split(
    ' ',
  )
const DISTRICTS = '示范 样本 模拟 城东 城西 滨河 高坪 新桥 北苑 南塘 金穗 紫荆 翠屏 麒麟 沙洲 凤鸣'.split(' ')
const ROADS =
  '测试 样例 示范 和平 建设 人民 解放 中山 长江 黄河 文化 工业 科技 创新 迎宾 幸福 光明 学院 朝阳 复兴 西环 东湖 南京 北京 胜利 体育馆 火车站 滨江 凤凰 梅园'.split(
    ' ',
  )
const ESTATES = '样例花园 测试家园 锦绣华庭 阳光新城 翡翠湾 御景苑 書香名邸 碧水云天 万象公馆 梧桐里 金色年华 蓝湾国际'
  .replace('書', '书')
  .split(' ')
const VILLAGES = '上坝 石桥 大柳树 小王庄 前进 红旗 杨家湾 白沙 胡家寨 东沟 下营 马鞍'.split(' ')

export interface Place {
  /** 粤 */
  readonly plate: string
  /** Second character of the plate. */
  readonly letter: string
  readonly province: string
  /** Ends with 市; a municipality is its own town. */
  readonly town: string
}

export function inventPlace(random: Random): Place {
  const [plate, province, letters] = random.pick(PROVINCES)
  const town = province.endsWith('市') ? province : `${random.pick(TOWNS)}市`
  return { plate, letter: random.text(letters, 1), province, town }
}

/** 6栋302房 */
function door(random: Random): string {
  const [a, b, c] = [random.int(1, 28), random.int(1, 6), random.int(1, 33) * 100 + random.int(1, 8)]
  return random.pick([
    `${a}栋${c}房`,
    `${a}号楼${b}单元${c}室`,
    `${a}幢${b}单元${c}`,
    `${a}-${b}-${c}`,
    `${c}室`,
    `第${a}座${random.int(2, 30)}层${random.text('ABCDEF', 1)}单元`,
    '',
  ])
}

/** About 10 to 45 characters. */
export function inventAddress(random: Random, place: Place): string {
  const top = place.province === place.town ? place.town : random.pick([place.province, '']) + place.town
  const district = `${random.pick(DISTRICTS)}${random.pick(['区', '县', '区', '镇'])}`
  if (random.chance(0.2)) {
    const village = `${random.pick(VILLAGES)}${random.pick(['村', '村委会', '乡'])}`
    return `${top}${district}${village}${random.int(1, 18)}组${random.chance(0.6) ? `${random.int(1, 240)}号` : ''}`
  }
  const road = `${random.pick(ROADS)}${random.pick(['路', '街', '大道', '东路', '西路', '南街', '巷'])}`
  const number = `${random.int(1, 1999)}${random.pick(['号', '号', '号', '弄', '号之' + String(random.int(1, 9))])}`
  const estate = random.chance(0.35) ? random.pick(ESTATES) : ''
  const note = random.chance(0.07) ? random.pick(['（集体户）', '(临时)', '（办公楼）']) : ''
  return `${top}${district}${road}${number}${estate}${door(random)}${note}`
}

export const issueAuthorityOf = ({ province, town }: Place): string =>
  `${province === town ? '' : province}${town}公安局交通警察支队`
