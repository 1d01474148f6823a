import { RecognitionError } from '../../vehicle-license/errors'
import { licenseOf, type LicenseRecord } from './license-record'
import { namespaced } from '../platform/namespace'
import { type StoredRecord, readRecord } from './read-record'
import { readIndex, type Row, ROW_VERSION, rowOf } from './row'

/*
 * Records lie in the storage under a key each: what happens to one leaves the others alone. Lists need only a row of
 * each, and 500 records would take 500 reads before the first of them is seen; so all rows lie in one key more, the
 * index. Written at each keystroke it would cost more than the record, so it is written when a list is shown; until
 * then a short key names the records that it is behind on, and those are read themselves at the next start. An index
 * that is lost or broken costs one slow start.
 *
 * The storage is read at the start alone: what was read stays in memory, and what is written goes through it.
 */
const PREFIX = namespaced('license:')
const INDEX = namespaced('license-index')
const BEHIND = namespaced('license-behind')

interface Store {
  readonly rows: Map<string, Row>
  /** Those that were asked for. */
  readonly records: Map<string, StoredRecord>
  /** Whose row in the index of the storage is not what it should be. */
  readonly behind: Set<string>
  /** Changed in memory, but not in the storage: there was no room. */
  readonly unsaved: Set<string>
}

let opened: Store | undefined

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []

/** A key that the platform itself cannot read is as one of which nothing is left. */
export function readKey(key: string): unknown {
  try {
    return wx.getStorageSync(key)
  } catch {
    return undefined
  }
}

function open(): Store {
  const ids = wx.getStorageInfoSync().keys.flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []))
  const index = new Map(readIndex(readKey(INDEX))?.map((row) => [row.id, row]))
  const behind = new Set(idsOf(readKey(BEHIND)))
  const records = new Map<string, StoredRecord>()
  const rows = new Map<string, Row>()
  for (const id of ids) {
    const row = behind.has(id) ? undefined : index.get(id)
    if (row) {
      rows.set(id, row)
      continue
    }
    const read = readRecord(id, readKey(PREFIX + id))
    records.set(id, read)
    rows.set(id, rowOf(read))
    behind.add(id)
  }
  for (const id of index.keys()) if (!rows.has(id)) behind.add(id)
  return { rows, records, behind, unsaved: new Set() }
}

const store = (): Store => (opened ??= open())

/** Reads the storage anew when it is next needed, as a start of the app does. */
export const forget = (): void => {
  opened = undefined
}

/** Nobody has put anything into it: it is not worth a key. */
const isBlank = (record: LicenseRecord): boolean =>
  record.pictures.length === 0 &&
  !record.step &&
  !record.confirmed &&
  Object.values(licenseOf(record)).every((value) => !value.trim())

const isSame = (a: Row | undefined, b: Row): boolean => JSON.stringify(a) === JSON.stringify(b)

/** @throws whatever the platform does where there is no room */
function noteBehind(id: string): void {
  const { behind } = store()
  if (behind.has(id)) return
  wx.setStorageSync(BEHIND, [...behind, id])
  behind.add(id)
}

/** In memory alone. */
export function put(record: LicenseRecord): void {
  store().records.set(record.id, { record, isDamaged: false })
}

/**
 * Keeps a record. Where there is no room for it, memory has it all the same, until there is or the app ends.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function save(record: LicenseRecord): void {
  const { rows, unsaved } = store()
  const { id } = record
  if (isBlank(record)) {
    drop(id)
    put(record)
    return
  }
  put(record)
  const row = rowOf({ record, isDamaged: false })
  const isChanged = unsaved.has(id) || !isSame(rows.get(id), row)
  rows.set(id, row)
  unsaved.add(id)
  try {
    if (isChanged) noteBehind(id)
    wx.setStorageSync(PREFIX + id, record)
    unsaved.delete(id)
  } catch (cause) {
    throw new RecognitionError('STORAGE_FULL', { cause })
  }
}

/**
 * Keeps a record, or leaves it as it was.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function saveOrRollBack(record: LicenseRecord): void {
  const { rows, records, unsaved } = store()
  const { id } = record
  const [row, before, wasUnsaved] = [rows.get(id), records.get(id), unsaved.has(id)]
  try {
    save(record)
  } catch (error) {
    if (row) rows.set(id, row)
    else rows.delete(id)
    if (before) records.set(id, before)
    else records.delete(id)
    if (!wasUnsaved) unsaved.delete(id)
    throw error
  }
}

/** As it can be read, damaged or not. */
export function read(id: string): StoredRecord | undefined {
  const { records, rows } = store()
  const known = records.get(id)
  if (known || !rows.has(id)) return known
  const found = readRecord(id, readKey(PREFIX + id))
  records.set(id, found)
  // The index says otherwise where the record was damaged since.
  if (found.isDamaged) rows.set(id, rowOf(found))
  return found
}

/** Of a record that is not kept, nothing stays. */
export function drop(id: string): void {
  const { rows, records, unsaved } = store()
  const wasKept = rows.delete(id)
  records.delete(id)
  unsaved.delete(id)
  // The index may go on naming it: a row without a record is none.
  if (wasKept) wx.removeStorageSync(PREFIX + id)
}

/** Of every record that is kept, in no order. */
export const allRows = (): Row[] => [...store().rows.values()]

/** Whether something is in memory alone, because there was no room. */
export const isUnsaved = (): boolean => store().unsaved.size > 0

/** Tries again to keep what there was no room for. Returns whether there was. */
export function retry(): boolean {
  const { records, unsaved } = store()
  try {
    for (const id of unsaved) {
      const kept = records.get(id)
      if (kept) save(kept.record)
    }
    return true
  } catch {
    return false
  }
}

/** Brings the index up to date, so that the next start reads it alone. */
export function writeIndex(): void {
  const { behind, rows } = store()
  if (behind.size === 0) return
  try {
    wx.setStorageSync(INDEX, { version: ROW_VERSION, rows: [...rows.values()] })
    wx.removeStorageSync(BEHIND)
    behind.clear()
  } catch {
    // Without room for it, the next start reads those records one by one.
  }
}
