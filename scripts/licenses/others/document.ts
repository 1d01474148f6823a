import type { Random } from '../random'
import type { Markup } from '../renderer'

export type Draw = (random: Random) => Markup

/** A sheet of paper or plastic; `style` is CSS. */
export const sheet = (width: number, height: number, style: string, html: string): Markup => ({
  width,
  height,
  html: `<div style="position:absolute;inset:0;box-sizing:border-box;overflow:hidden;${style}">${html}</div>`,
})

const WORDS =
  '今天 天气 城市 道路 工作 学习 时间 发展 生活 我们 他们 可以 因为 所以 问题 方法 进行 一个 没有 自己 社会 经济 技术 文化 历史 教育 健康 环境 服务 管理 信息 市场 企业 产品 设计 研究 项目 计划 目标 结果 说明 提供 使用 需要 通过 以及 但是 如果 同时 这个 那些 已经 正在 将会 重要 主要 新的 很多 认为 表示 要求'.split(
    ' ',
  )
const ENGLISH =
  'the road was long and quiet that morning when a small boat came over river with people who had never seen such mountains before their journey began in winter light under old bridges'.split(
    ' ',
  )

export const chinese = (random: Random, words: number): string =>
  Array.from(
    { length: words },
    () => random.pick(WORDS) + (random.chance(0.14) ? random.pick(['，', '。', '、', '；']) : ''),
  ).join('')

export const english = (random: Random, words: number): string =>
  Array.from({ length: words }, () => random.pick(ENGLISH) + (random.chance(0.1) ? random.pick([',', '.']) : '')).join(
    ' ',
  )

export const digits = (random: Random, length: number): string => random.text('0123456789', length)
export const money = (random: Random): string => `${random.int(1, 900)}.${digits(random, 2)}`
export const day = (random: Random): string => `${random.int(2012, 2027)}-0${random.int(1, 9)}-${random.int(10, 28)}`

/** One line per label and value. */
export const lines = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([label, value]) => `<p style="margin:.35em 0"><span style="opacity:.65">${label}</span>　${value}</p>`)
    .join('')
