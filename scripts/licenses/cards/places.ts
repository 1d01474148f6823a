import { SCALE } from '../values'

export const px = (mm: number): string => `${(mm * SCALE).toFixed(1)}px`
export const at = (x: number, y: number): string => `left:${px(x)};top:${px(y)}`

/** Marks every card as a sample. */
export const SAMPLE = `<div class="note" style="${at(4, 58)}">样例 SAMPLE</div>`
