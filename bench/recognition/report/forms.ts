import type { Table } from '../../figures'
import { shareRight } from '../compare'
import { LEVELS, type Picture } from '../pictures'
import type { Run } from '../run'
import { sureCells } from './given'
import { percent, resultsOf, runsOf } from './select'

const PREFIX = 'form-'

/** The form, which the generator adds to the tags. */
const formOf = ({ tags }: Picture): string | undefined =>
  tags.find((tag) => tag.startsWith(PREFIX))?.slice(PREFIX.length)

/** Ours by form, over all upright levels. */
export function tableForms(runs: readonly Run[]): Table {
  const own = LEVELS.flatMap((level) => runsOf(runs, 'ours', level))
  const forms = [...new Set(own.flatMap(({ picture }) => formOf(picture) ?? []))].sort()
  const rows = forms.map((form) => {
    const read = own.filter(({ picture }) => formOf(picture) === form)
    const results = resultsOf(read)
    const printed = results.filter(({ verdict }) => verdict !== 'invented')
    const right = printed.filter(({ verdict }) => verdict === 'right').length
    return [
      form,
      String(read.length),
      `${right}/${printed.length}`,
      percent(shareRight(results)),
      ...sureCells(results),
    ]
  })
  return {
    title: 'ours by form, all upright levels',
    head: ['form', 'pictures', 'right', '', '>= 0.95', 'wrong of these'],
    rows,
  }
}
