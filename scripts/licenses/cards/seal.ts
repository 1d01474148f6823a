import type { Random } from '../random'
import { at, px } from './places'

/** Characters per row by length of the name, as observed on licenses. */
const SPLITS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  12: [[4, 4, 4]],
  13: [
    [4, 4, 5],
    [5, 4, 4],
  ],
  14: [
    [5, 4, 5],
    [5, 5, 4],
  ],
  15: [[5, 5, 5]],
  16: [[5, 5, 6]],
  17: [[5, 6, 6]],
}
const SIDE_MM = 19.6
const PADDING_MM = 1.3

function rowsOf(authority: string, random: Random): string[] {
  const { length } = authority
  const even = Math.ceil(length / 3)
  const split = random.pick(SPLITS[length] ?? [[even, even, length - 2 * even]])
  let begins = 0
  return split.map((count) => authority.slice(begins, (begins += count)))
}

/** The printed seal below 使用性质: a thin frame around three justified rows. */
export function framedSeal(authority: string, family: string, random: Random): string {
  const rows = rowsOf(authority, random)
  const longest = Math.max(...rows.map((row) => row.length))
  const size = Math.min(3.6, (SIDE_MM - 2 * PADDING_MM) / longest)
  const color = random.pick(['#c8303a', '#d0262c', '#b8323a', '#d64a50'])
  const weight = random.pick([500, 700])
  return `<div style="position:absolute;box-sizing:border-box;${at(3.6 + random.around(0.6), 38.3 + random.around(0.6))};width:${px(SIDE_MM)};height:${px(SIDE_MM)};
    display:flex;flex-direction:column;justify-content:space-around;padding:${px(0.6)} ${px(PADDING_MM)};border:${random.int(2, 5)}px solid;color:${color};
    opacity:${random.between(0.7, 0.95).toFixed(2)};mix-blend-mode:multiply;font:${weight} ${px(size)}/1.2 ${family};transform:rotate(${random.around(0.6).toFixed(2)}deg)">
    ${rows.map((row) => `<div class="justified">${row}</div>`).join('')}</div>`
}
