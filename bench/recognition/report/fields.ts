import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import type { Table } from '../../figures'
import { shareRight } from '../compare'
import { LEVELS } from '../pictures'
import type { Run } from '../run'
import { percent, resultsOf, runsOf } from './select'

/** Ours by field and level, worst first. */
export function tableFields(runs: readonly Run[]): Table {
  const levels = LEVELS.map((level) => ({ level, results: resultsOf(runsOf(runs, 'ours', level)) }))
  const measured = levels.filter(({ results }) => results.length > 0)
  const rows = FIELDS.map(({ key, label }) => {
    const own = measured.map(({ results }) => results.filter(({ field }) => field === key))
    const all = own.flat()
    const failures = all.filter(({ verdict }) => verdict !== 'right').length
    const cells = own.map((results) => (results.length > 0 ? percent(shareRight(results)) : '-'))
    return { failures, cells: [`${key} ${label.zh}`, ...cells, `${failures}/${all.length}`] }
  })
  return {
    title: 'ours by field, worst first',
    head: ['field', ...measured.map(({ level }) => level), 'not right'],
    rows: rows.sort((a, b) => b.failures - a.failures).map(({ cells }) => cells),
  }
}
