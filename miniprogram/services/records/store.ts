import { RecognitionError } from '../../vehicle-license/errors'
import { licenseOf, type LicenseRecord } from './license-record'
import { namespaced } from '../platform/namespace'
import { type StoredRecord, readRecord } from './read-record'
import { readIndex, type Row, ROW_VERSION, rowOf } from './row'

/*
 * Each record has a storage key of its own, so that damage stays local. Lists need only a row of each record: the index, one
 * more key, holds all rows and saves 500 reads for 500 records. Writing the index at each keystroke would be slow, so it is
 * written when a list is shown. Until then a short key lists the stale rows, which the next start reads from the records.
 * A lost or damaged index costs one slow start.
 *
 * Storage is read once; reads and writes then go through memory.
 */
const PREFIX = namespaced('license:')
const INDEX = namespaced('license-index')
const STALE = namespaced('license-behind')

interface Store {
  readonly rows: Map<string, Row>
  /** Those read so far. */
  readonly records: Map<string, StoredRecord>
  /** IDs whose row in the stored index is outdated. */
  readonly stale: Set<string>
  /** IDs changed in memory only, because storage is full. */
  readonly unsaved: Set<string>
}

let current: Store | undefined

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []

/** Undefined if the platform cannot read the key. */
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
  const stale = new Set(idsOf(readKey(STALE)))
  const records = new Map<string, StoredRecord>()
  const rows = new Map<string, Row>()
  for (const id of ids) {
    const row = stale.has(id) ? undefined : index.get(id)
    if (row) {
      rows.set(id, row)
      continue
    }
    const read = readRecord(id, readKey(PREFIX + id))
    records.set(id, read)
    rows.set(id, rowOf(read))
    stale.add(id)
  }
  for (const id of index.keys()) if (!rows.has(id)) stale.add(id)
  return { rows, records, stale, unsaved: new Set() }
}

const store = (): Store => (current ??= open())

/** Clears the memory: the next access reads storage, as at a start of the app. */
export const forget = (): void => {
  current = undefined
}

/** Not worth storing. */
const isBlank = (record: LicenseRecord): boolean =>
  record.pictures.length === 0 &&
  !record.step &&
  !record.confirmed &&
  Object.values(licenseOf(record)).every((value) => !value.trim())

const isSame = (a: Row | undefined, b: Row): boolean => JSON.stringify(a) === JSON.stringify(b)

/** @throws the platform's error if storage is full */
function markStale(id: string): void {
  const { stale } = store()
  if (stale.has(id)) return
  wx.setStorageSync(STALE, [...stale, id])
  stale.add(id)
}

/** Saves in memory only. */
export function put(record: LicenseRecord): void {
  store().records.set(record.id, { record, isDamaged: false })
}

/**
 * Saves a record.
 *
 * @throws RecognitionError `STORAGE_FULL`; the record is in memory then, until {@link retry} or the end of the app
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
    if (isChanged) markStale(id)
    wx.setStorageSync(PREFIX + id, record)
    unsaved.delete(id)
  } catch (cause) {
    throw new RecognitionError('STORAGE_FULL', { cause })
  }
}

/**
 * Saves a record.
 *
 * @throws RecognitionError `STORAGE_FULL`; the previous record stays then
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

export function read(id: string): StoredRecord | undefined {
  const { records, rows } = store()
  const known = records.get(id)
  if (known || !rows.has(id)) return known
  const found = readRecord(id, readKey(PREFIX + id))
  records.set(id, found)
  // The index may predate the damage.
  if (found.isDamaged) rows.set(id, rowOf(found))
  return found
}

export function drop(id: string): void {
  const { rows, records, unsaved } = store()
  const wasStored = rows.delete(id)
  records.delete(id)
  unsaved.delete(id)
  // The stored index may still list it: rows without a record are ignored.
  if (wasStored) wx.removeStorageSync(PREFIX + id)
}

/** Unordered. */
export const allRows = (): Row[] => [...store().rows.values()]

/** Whether changes are in memory only, because storage is full. */
export const isUnsaved = (): boolean => store().unsaved.size > 0

/** Retries failed writes. @returns whether all succeeded */
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

/** Updates the stored index, so that the next start reads nothing else. */
export function writeIndex(): void {
  const { stale, rows } = store()
  if (stale.size === 0) return
  try {
    wx.setStorageSync(INDEX, { version: ROW_VERSION, rows: [...rows.values()] })
    wx.removeStorageSync(STALE)
    stale.clear()
  } catch {
    // Storage is full: the next start reads those records one by one.
  }
}
