import { byRule, choice, type Grammar, oneOf, oneOrMore, optional, sequence } from '../grammar'
import { han, phrase, type PhraseUncertainty } from './chinese'
import { mostly } from './free-text'

/** GB/T 2260: what the name of an authority begins with. */
const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']
const PROVINCES = [
  ...['河北省', '山西省', '辽宁省', '吉林省', '黑龙江省', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省'],
  ...['河南省', '湖北省', '湖南省', '广东省', '海南省', '四川省', '贵州省', '云南省', '陕西省', '甘肃省', '青海省'],
  ...['内蒙古自治区', '广西壮族自治区', '西藏自治区', '宁夏回族自治区', '新疆维吾尔自治区'],
]

/** There are no others: what looks like another one is one of them misread, or seen in part, sooner than other words. */
const PROVINCE = { misread: 0.01, missing: 0.03, most: 2 }
/** Short as they are, two misread characters make any town one of them. */
const MUNICIPALITY = { misread: 0.004, missing: 0.004 }
/** Its beginning was not seen, or it is another one. */
const OTHER = 0.004
/** Under a seal there is other print, and over it the strip. */
const WORDS = { misread: 0.01, missing: 0.01 }

const oneOfWords = (words: readonly string[], likelihood: PhraseUncertainty): Grammar =>
  choice(...words.map((word) => [1, phrase(word, likelihood)] as const))

/** No town begins as a province ends. */
const begins = byRule((glyph) =>
  /^(?![省自治区市])\p{Script=Han}$/u.test(glyph) ? { printed: glyph, weight: 1 } : undefined,
)
const town = sequence(
  begins,
  optional(oneOrMore(han)),
  choice([1, phrase('市', { misread: 2e-4 })], [0.1, oneOf('州盟区县旗')]),
)
const place = choice(
  [1, sequence(oneOfWords(PROVINCES, PROVINCE), optional(town))],
  [1, sequence(oneOfWords(MUNICIPALITIES, MUNICIPALITY), optional(town, 0.1))],
  [OTHER, oneOrMore(han)],
)
const office = choice(
  [1, phrase('公安局交通警察支队', WORDS)],
  [0.2, phrase('公安局交通管理局', WORDS)],
  [0.1, phrase('公安局交通警察总队', WORDS)],
  [0.1, phrase('公安局交通警察大队', WORDS)],
  [0.1, phrase('公安局交通警察局', WORDS)],
  [0.1, phrase('公安局交通管理支队', WORDS)],
  [0.1, phrase('公安处交通警察支队', WORDS)],
  [0.1, phrase('公安厅交通警察总队', WORDS)],
  [0.1, phrase('公安厅交通管理局', WORDS)],
  [0.1, phrase('公安局公安交通管理局', WORDS)],
  [0.1, phrase('公安交通管理局', WORDS)],
  [0.1, phrase('公安局交警支队', WORDS)],
  [0.1, phrase('公安局交警总队', WORDS)],
  [0.1, phrase('公安局交警大队', WORDS)],
  [0.1, phrase('公安局', WORDS)],
)
const registry = phrase('车辆管理所', WORDS)

/** Who registers vehicles, as the seal names it: mostly the traffic police of a city. */
export const authority: Grammar = mostly(sequence(place, office, optional(registry, 0.05)))
