import type { Random } from '../random'
import type { Place } from './places'

const PLATE = '[\\u4e00-\\u9fff][A-Z][A-Z0-9挂学警]{4,7} ?'
const ENTRY = new RegExp(`(?:${PLATE})?检验有效期至.*?(?=(?:${PLATE})?检验有效期|$)`, 'gu')

/** Splits a record into inspections; some offices put the plate before each. */
export const inspectionsIn = (record: string): readonly string[] => record.match(ENTRY) ?? [record]

/** One to three inspections in one office's style. */
export function inventInspections(
  random: Random,
  year: number,
  plate: string,
  { plate: province, letter, town }: Place,
) {
  const before = random.chance(0.15) ? plate : ''
  const behind = random.pick([
    '',
    '',
    '',
    '',
    '',
    `(${random.text('0123', 1)}${random.text('123456789', 1)})`,
    `(${town.replace('市', '')})`,
  ])
  const month = () => String(random.int(1, 12)).padStart(2, '0')
  const entry = (later: number) => `${before}检验有效期至${year + later}年${month()}月${province}${letter}${behind}`
  const count = random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3])
  const first = random.int(1, count === 1 ? 6 : 2)
  return Array.from({ length: count }, (_, i) => entry(first + i)).join('')
}
