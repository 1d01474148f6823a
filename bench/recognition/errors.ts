import { mkdir, writeFile } from 'node:fs/promises'
import { CACHE } from './pictures'
import type { Run } from './run'
import type { Table } from '../figures'

const PATH = `${CACHE}/last-errors.json`

const percent = (confidence: number | undefined): string => (confidence === undefined ? '' : confidence.toFixed(3))

/** All fields that are not right. */
function errorsOf(runs: readonly Run[]) {
  return runs.flatMap(({ engine, set, picture, outcome, results }) =>
    results
      .filter(({ verdict }) => verdict !== 'right')
      .map((result) => ({
        engine,
        ...set,
        picture: picture.name,
        path: picture.path,
        tags: picture.tags,
        outcome: outcome.kind,
        ...result,
      })),
  )
}

/** Writes all errors to `bench/.cache/last-errors.json`. */
export async function dumpErrors(runs: readonly Run[]): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  await writeFile(PATH, JSON.stringify(errorsOf(runs), undefined, 2))
}

/** One row per wrong field, or per picture that was not read at all. */
export function tableErrors(runs: readonly Run[]): Table {
  const failed = runs.filter(({ outcome, set }) => outcome.kind !== 'read' && set.level !== 'others')
  const read = runs.filter(({ outcome }) => outcome.kind === 'read')
  return {
    title: 'errors (all details in bench/.cache/last-errors.json)',
    head: ['picture', 'field', 'verdict', 'confidence', 'printed', 'read'],
    rows: [
      ...failed.map(({ picture, outcome }) => [
        picture.name,
        'all',
        outcome.kind,
        '',
        '',
        outcome.kind === 'failed' ? outcome.message : '',
      ]),
      ...errorsOf(read).map(({ picture, field, verdict, confidence, truth = '', read: found = '' }) => [
        picture,
        field,
        verdict,
        percent(confidence),
        truth,
        found,
      ]),
    ],
  }
}
