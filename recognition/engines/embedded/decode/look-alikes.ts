/**
 * What else a printed character may be read as, and how likely that is beside being read as itself (1). Not
 * normalized: what cannot be anything else in its place (Ø) counts nearly fully, what usually is itself (8) little.
 */
const LOOK_ALIKES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // A zero with a slash or a dot comes out as any of these.
  '0': {
    ...{ Ø: 1, ø: 1, θ: 1, Θ: 1, '∅': 1, 〇: 1, '○': 1, '⊙': 1, O: 0.1, o: 0.2, 口: 0.1, '@': 0.5, Q: 0.01 },
    ...{ '8': 0.006, '6': 0.003, '9': 0.002, D: 0.01, e: 0.05, G: 0.01, C: 0.005, U: 0.003, a: 0.02, B: 0.005 },
  },
  '1': {
    I: 0.1,
    l: 0.9,
    '|': 0.9,
    丨: 0.9,
    i: 0.6,
    '!': 0.3,
    ']': 0.2,
    '[': 0.2,
    '/': 0.05,
    '7': 0.01,
    T: 0.005,
    L: 0.005,
    J: 0.005,
  },
  '2': { Z: 0.003, z: 0.4, '7': 0.002 },
  '3': { '8': 0.003, B: 0.002, ヨ: 0.5 },
  '4': { A: 0.003 },
  '5': { S: 0.005, s: 0.3, '6': 0.002 },
  '6': { b: 0.4, G: 0.01, '8': 0.003, '5': 0.002 },
  '7': { '1': 0.005, T: 0.005, '/': 0.01, Z: 0.003 },
  '8': { B: 0.003, '6': 0.003, '3': 0.003, '0': 0.002, S: 0.002, '&': 0.3 },
  '9': { g: 0.4, q: 0.4, '0': 0.001 },
  A: { '4': 0.003, a: 0.3, Α: 1 },
  B: { '8': 0.01, b: 0.3, E: 0.002, R: 0.002, ß: 0.5 },
  C: { G: 0.005, '(': 0.02 },
  D: { '0': 0.01, O: 0.01, d: 0.5 },
  E: { F: 0.003, e: 0.5 },
  F: { E: 0.002, P: 0.003, f: 0.5 },
  G: { '6': 0.01, C: 0.01, g: 0.2 },
  H: { N: 0.003, M: 0.001, h: 0.5 },
  I: { '1': 0.02, l: 0.3, i: 0.5, '|': 0.3 },
  J: { '1': 0.002, U: 0.002, ']': 0.02 },
  K: { X: 0.002, R: 0.002 },
  L: { '1': 0.003, l: 0.05 },
  M: { N: 0.005, H: 0.003, W: 0.002, m: 0.5 },
  N: { M: 0.003, H: 0.003, W: 0.001, n: 0.5 },
  O: { '0': 0.1, Ø: 0.02, D: 0.01, Q: 0.02 },
  P: { F: 0.003, R: 0.003 },
  Q: { O: 0.05, '0': 0.01, q: 0.1 },
  R: { P: 0.003, K: 0.002, B: 0.002, r: 0.5 },
  S: { '5': 0.008, '8': 0.002 },
  T: { '7': 0.005, '1': 0.003, t: 0.5, I: 0.05, Y: 0.003, 丁: 0.3 },
  U: { V: 0.01, '0': 0.001, O: 0.005 },
  V: { Y: 0.005, U: 0.005, v: 0.9 },
  W: { V: 0.003, M: 0.001 },
  X: { K: 0.003, Y: 0.002, '×': 0.9, 乂: 0.3 },
  Y: { V: 0.005, y: 0.5, X: 0.002 },
  Z: { '2': 0.003, '7': 0.003 },
  '-': { '—': 1, '–': 1, '−': 1, 一: 0.9, _: 0.6, '·': 0.2, '~': 0.2, '.': 0.1, ',': 0.05, '=': 0.05, ー: 1, '―': 1 },
  '/': { '7': 0.08, '1': 0.02, I: 0.02, l: 0.1, J: 0.01 },
  '×': {
    x: 1,
    X: 1,
    '*': 1,
    '✕': 1,
    '╳': 1,
    乂: 0.8,
    义: 0.3,
    メ: 0.5,
    k: 0.05,
    K: 0.05,
    '+': 0.1,
    '8': 0.005,
    '÷': 0.1,
  },
  k: { K: 1, h: 0.1, R: 0.03, r: 0.05, t: 0.05, x: 0.05, X: 0.03, l: 0.05, I: 0.02 },
  g: { G: 1, '9': 0.2, q: 0.4, a: 0.1, o: 0.05, '8': 0.05, '0': 0.05, y: 0.1, e: 0.05, ':': 0.02 },
  m: { M: 1, n: 0.3, r: 0.1, w: 0.1, ｍ: 1, 川: 0.05, 而: 0.02, i: 0.02 },
  人: { 入: 0.9, 八: 0.5, 乂: 0.1, A: 0.05, 大: 0.05, 儿: 0.05, 火: 0.02 },
  牌: { 脾: 0.7, 碑: 0.6, 啤: 0.6, 牍: 0.5, 陴: 0.5, 睥: 0.5, 稗: 0.5, 牒: 0.3, 胖: 0.2, 片: 0.05 },
  挂: { 桂: 0.5, 娃: 0.1, 往: 0.1, 拄: 0.5, 住: 0.1, 佳: 0.1, 封: 0.1, 洼: 0.1, 蛙: 0.05, 哇: 0.05, 硅: 0.1, 卦: 0.2 },
  学: { 字: 0.4, 宇: 0.1, 孚: 0.1, 兴: 0.1, 孝: 0.1 },
  警: { 誓: 0.2, 擎: 0.2, 瞥: 0.1, 營: 0.1, 答: 0.02, 督: 0.05 },
  港: { 巷: 0.3, 洪: 0.1, 湛: 0.05 },
  澳: { 奥: 0.3, 噢: 0.3, 渙: 0.1, 沃: 0.05 },
  领: { 颌: 0.3, 须: 0.1, 颂: 0.2, 预: 0.1, 顿: 0.1 },
  冀: { 翼: 0.3, 異: 0.05 },
  闽: { 闵: 0.3, 阂: 0.1 },
  粤: { 奥: 0.1, 奧: 0.1 },
  蒙: { 家: 0.05, 豪: 0.1 },
  黑: { 里: 0.1, 墨: 0.1 },
  皖: { 皓: 0.2, 院: 0.05 },
  陕: { 峡: 0.1, 挟: 0.1 },
  渝: { 愉: 0.2, 喻: 0.2, 输: 0.1 },
  豫: { 象: 0.1, 预: 0.05 },
  浙: { 渐: 0.1, 折: 0.1 },
  沪: { 护: 0.2, 泸: 0.3 },
  津: { 律: 0.2 },
  贵: { 责: 0.1, 贲: 0.1 },
  宁: { 宇: 0.1, 守: 0.05 },
  晋: { 普: 0.1, 昔: 0.05 },
  桂: { 挂: 0.1, 柱: 0.1, 佳: 0.05 },
  辽: { 过: 0.05, 迂: 0.05 },
  琼: { 谅: 0.05, 掠: 0.05 },
  苏: { 办: 0.05, 芬: 0.05 },
  使: { 便: 0.3, 史: 0.1, 吏: 0.1 },
}

/** Capitals that differ from their small letters in nothing but size, which a line of text alone does not tell. */
const SAME_SHAPE = 'CKPSUVWXZJ'

/** Differences of width, case and kind of stroke that say nothing about what is printed. */
const HARMLESS: Readonly<Record<string, string>> = {
  '0': 'Øø∅θΘ',
  '-': '—–−―ー一',
  '×': 'xX*✕╳',
  k: 'K',
  g: 'G',
  m: 'M',
}

const noLookAlikes: Readonly<Record<string, number>> = {}

/** How a printed character may be read, itself included; weights as above. */
export function readingsOf(printed: string): ReadonlyMap<string, number> {
  const readings = new Map(Object.entries(LOOK_ALIKES[printed] ?? noLookAlikes))
  if (SAME_SHAPE.includes(printed)) readings.set(printed.toLowerCase(), 0.9)
  return readings.set(printed, 1)
}

/** Whether to read one as the other is no change of what was read. */
export const isHarmless = (printed: string, glyph: string): boolean =>
  printed === glyph ||
  (HARMLESS[printed]?.includes(glyph) ?? false) ||
  (SAME_SHAPE.includes(printed) && printed.toLowerCase() === glyph)
