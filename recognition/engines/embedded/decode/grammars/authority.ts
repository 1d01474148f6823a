import { choice, type Grammar, matching, oneOf, oneOrMore, optional, sequence } from '../grammar'
import { han, phrase, type PhraseOptions } from './chinese'
import { mostly } from './free-text'

/** GB/T 2260: divisions that the name of an authority starts with. */
const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']
const PROVINCES = [
  ...['河北省', '山西省', '辽宁省', '吉林省', '黑龙江省', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省'],
  ...['河南省', '湖北省', '湖南省', '广东省', '海南省', '四川省', '贵州省', '云南省', '陕西省', '甘肃省', '青海省'],
  ...['内蒙古自治区', '广西壮族自治区', '西藏自治区', '宁夏回族自治区', '新疆维吾尔自治区'],
]

/** The list is closed, so errors are more likely than other words. */
const PROVINCE = { misread: 0.01, missing: 0.03, maxMissing: 2 }
/** Lower than for provinces: these names are so short that two errors turn any town into one. */
const MUNICIPALITY = { misread: 0.004, missing: 0.004 }
/** Weight of an authority that starts with no listed division, or whose start was not read. */
const OTHER = 0.004
/** Other print runs under the seal, and the security strip over it. */
const OFFICE = { misread: 0.01, missing: 0.01 }

const oneOfPhrases = (phrases: readonly string[], options: PhraseOptions): Grammar =>
  choice(...phrases.map((text) => [1, phrase(text, options)] as const))

/** No town starts with the suffix of a province. */
const townStart = matching(/^(?![省自治区市])\p{Script=Han}$/u)
const town = sequence(
  townStart,
  optional(oneOrMore(han)),
  choice([1, phrase('市', { misread: 2e-4 })], [0.1, oneOf('州盟区县旗')]),
)
const division = choice(
  [1, sequence(oneOfPhrases(PROVINCES, PROVINCE), optional(town))],
  [1, sequence(oneOfPhrases(MUNICIPALITIES, MUNICIPALITY), optional(town, 0.1))],
  [OTHER, oneOrMore(han)],
)
const office = choice(
  [1, phrase('公安局交通警察支队', OFFICE)],
  [0.2, phrase('公安局交通管理局', OFFICE)],
  [0.1, phrase('公安局交通警察总队', OFFICE)],
  [0.1, phrase('公安局交通警察大队', OFFICE)],
  [0.1, phrase('公安局交通警察局', OFFICE)],
  [0.1, phrase('公安局交通管理支队', OFFICE)],
  [0.1, phrase('公安处交通警察支队', OFFICE)],
  [0.1, phrase('公安厅交通警察总队', OFFICE)],
  [0.1, phrase('公安厅交通管理局', OFFICE)],
  [0.1, phrase('公安局公安交通管理局', OFFICE)],
  [0.1, phrase('公安交通管理局', OFFICE)],
  [0.1, phrase('公安局交警支队', OFFICE)],
  [0.1, phrase('公安局交警总队', OFFICE)],
  [0.1, phrase('公安局交警大队', OFFICE)],
  [0.1, phrase('公安局', OFFICE)],
)
const registry = phrase('车辆管理所', OFFICE)

/** Who issued the license, as the seal says: mostly the traffic police of a city. */
export const authority: Grammar = mostly(sequence(division, office, optional(registry, 0.05)))
