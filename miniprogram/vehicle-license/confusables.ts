/**
 * How similar two printed characters are to any reader, 0..1. What the embedded recognizer confuses is a table of its
 * own, in `recognition/engines/embedded/decode/`.
 */
const PAIRS: readonly (readonly [similarity: number, pairs: string])[] = [
  [1, '0O 1I'],
  [0.9, '0Q OQ 5S 8B 2Z IL 1L'],
  [0.8, '0D OD 6G UV'],
  [0.7, '38 4A 17 CG'],
  [0.6, 'MN EF VY DQ QG 0G'],
  [0.5, '3B HN MW PR PF KX 56 7T 80 68 6B 8S I7 IT 1T 1J'],
  [0.4, 'CO C0 27 7Z HM NW VW UJ 0U OU 60 3S 35 R9 4H XY TY 8R BR KR 6C 69 89 09 S6 8G 5G'],
]

/** Every character of a group is this similar to every other. Characters of plates, vehicle types and uses. */
const GROUP_SIMILARITY = 0.7
const GROUPS =
  '车年东牛军库 轿桥矫娇骄 型刑形塑 客容各答 货贷袋 普昔晋谱 通遇逋 挂桂佳娃 牵索 引弓 非菲排 营菅管宫 运远云连 微徽徵 轻经径 重里量 中申 大太犬木 小少水 面而 包句色 厢箱相 罐灌 租祖相 赁货贷 栏拦 板扳极 半丰平 全金 二三 轮沦抡伦 摩磨 托拓 救球 警誓擎瞥 消销 防访 校较 专传 用甲 教数 练炼 公会 交文 出击 旅族 游放 险验 转传 自白 卸御 仓仑 栅珊 式试 封卦 闭闲 结给 构沟 双又 卧外 铺辅 铰较 野墅 敞敝 篷蓬 乘秉 业亚 载栽 冀翼 津律 沪护泸 苏办 皖皓 陕峡 闽闵 粤奥 浙渐 渝愉喻输 豫像 贵责 宁宇 晋普 辽过 琼谅 鲁鱼 甘廿 藏臧 京亰 吉古 川州 湘箱 使便 学字 港巷 澳奥 领颌颂'

const similarities = new Map<string, Map<string, number>>()

function add(one: string, other: string, similarity: number): void {
  const others = similarities.get(one) ?? new Map<string, number>()
  similarities.set(one, others.set(other, Math.max(similarity, others.get(other) ?? 0)))
}

for (const [similarity, pairs] of PAIRS) {
  for (const [one = '', other = ''] of pairs.split(' ')) {
    add(one, other, similarity)
    add(other, one, similarity)
  }
}
for (const group of GROUPS.split(' '))
  for (const one of group) for (const other of group) if (one !== other) add(one, other, GROUP_SIMILARITY)

/** 0..1: 1 for the same character, 0 for characters that nobody confuses. */
export const similarity = (one: string, other: string): number =>
  one === other ? 1 : (similarities.get(one)?.get(other) ?? 0)

export interface Confusable {
  readonly character: string
  /** 0..1 */
  readonly similarity: number
}

/** The other characters that this one may be a misreading of. */
export const confusablesOf = (character: string): readonly Confusable[] =>
  Array.from(similarities.get(character) ?? [], ([other, similarity]) => ({ character: other, similarity }))
