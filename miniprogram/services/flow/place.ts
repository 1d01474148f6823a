import type { LicensePage } from '../../vehicle-license/fields'
import { type LicensePicture, pageOf } from '../records/license-record'
import { getRecord } from '../records/index'

/** Where new pictures go. */
export interface Place {
  /** Undefined: a new record. */
  readonly recordId: string | undefined
  /** Paths of the record's pictures that they replace. */
  readonly replaces: readonly string[]
}

const picturesOf = (recordId: string | undefined): readonly LicensePicture[] =>
  (recordId === undefined ? undefined : getRecord(recordId))?.pictures ?? []

/** Replaces the picture at `index`, or that of `page`, or all. */
export function placeIn(recordId: string | undefined, page?: LicensePage, index?: number): Place {
  const isReplaced = (picture: LicensePicture, at: number): boolean =>
    index === undefined ? page === undefined || pageOf(picture) === page : at === index
  return {
    recordId,
    replaces: picturesOf(recordId)
      .filter(isReplaced)
      .map(({ path }) => path),
  }
}

/** The `index` that gives the same place in {@link placeIn}: -1 if nothing is replaced, undefined if everything is. */
export function replacedIndex({ recordId, replaces }: Place): number | undefined {
  const pictures = picturesOf(recordId)
  if (replaces.length === pictures.length) return undefined
  return pictures.findIndex(({ path }) => replaces.includes(path))
}
