import { FIELDS, type VehicleLicense } from '../../vehicle-license/fields'
import { isObject, type Json } from '../../vehicle-license/json'
import { isPictureContent, type PictureContent } from '../../vehicle-license/merge'
import { readRecognition } from '../../vehicle-license/read-recognition'
import { type EngineName, isEngineName } from '../../vehicle-license/recognition'
import { knownWarnings } from '../../vehicle-license/warnings'
import type { Confirmed, LicenseRecord, LicensePicture } from './license-record'
import { migrateRecord } from './legacy-records'
import { readEdit, readStep, readType } from './read-step'

export interface StoredRecord {
  readonly record: LicenseRecord
  /** Whether a value, a picture or its creation time is lost. */
  readonly isDamaged: boolean
}

/** Call it for lost data. */
type OnDamage = () => void

/** A reader for each member: the compiler reports missing ones. */
type Readers<T> = { readonly [K in keyof Required<T>]: (value: unknown, damage: OnDamage) => T[K] | undefined }

function readMembers<T extends object>(value: Json, readers: Readers<T>, damage: OnDamage): Partial<T> {
  const found: Partial<T> = {}
  for (const key of Object.keys(readers) as (keyof T & string)[]) {
    if (value[key] === undefined) continue
    const member = readers[key](value[key], damage)
    if (member !== undefined) found[key] = member
  }
  return found
}

const isMembers = (value: unknown): value is Json => isObject(value) && !Array.isArray(value)

/** Reports values that `read` rejects as damage. */
const required =
  <T>(read: (value: unknown) => T | undefined) =>
  (value: unknown, damage: OnDamage): T | undefined => {
    const found = read(value)
    if (found === undefined) damage()
    return found
  }

const readTime = required((value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined))
const readText = required((value) => (typeof value === 'string' && value !== '' ? value : undefined))
const readEngine = (value: unknown): EngineName | undefined => (isEngineName(value) ? value : undefined)
const readContent = (value: unknown): PictureContent | undefined => (isPictureContent(value) ? value : undefined)
const readTrue = (value: unknown): true | undefined => (value === true ? true : undefined)

function readLicense(value: unknown, damage: OnDamage): VehicleLicense {
  const license: VehicleLicense = {}
  if (!isMembers(value)) {
    damage()
    return license
  }
  for (const { key } of FIELDS) {
    const text = value[key]
    if (typeof text === 'string') license[key] = text
    else if (text !== undefined) damage()
  }
  return license
}

const PICTURE: Readers<LicensePicture> = {
  path: readText,
  type: readType,
  original: readText,
  edit: readEdit,
  page: readContent,
  warnings: (value) => (Array.isArray(value) ? knownWarnings(value) : undefined),
  recognition: required(readRecognition),
  engine: readEngine,
}

function readPicture(value: unknown, damage: OnDamage): LicensePicture | undefined {
  const { path, type = 'photo', ...more } = isMembers(value) ? readMembers(value, PICTURE, damage) : {}
  if (path !== undefined) return { path, type, ...more }
  damage()
  return undefined
}

function readPictures(value: unknown, damage: OnDamage): LicensePicture[] {
  if (Array.isArray(value)) return value.flatMap((picture) => readPicture(picture, damage) ?? [])
  damage()
  return []
}

const CONFIRMED: Readers<Confirmed> = { at: readTime, license: readLicense, read: readLicense, engine: readEngine }

function readConfirmed(value: unknown, damage: OnDamage): Confirmed | undefined {
  const { at, license, read = {}, ...more } = isMembers(value) ? readMembers(value, CONFIRMED, damage) : {}
  if (license === undefined) {
    damage()
    return undefined
  }
  if (at === undefined) damage()
  return { at: at ?? 0, license, read, ...more }
}

const RECORD: Readers<Omit<LicenseRecord, 'id'>> = {
  createdAt: readTime,
  pictures: readPictures,
  typed: readLicense,
  accepted: readLicense,
  confirmed: readConfirmed,
  keepsPictures: readTrue,
  step: readStep,
}

/** 2020-01-01, in ms since 1970: no record is older. */
const MIN_TIME_MS = 1_577_836_800_000

/** Creation time from an ID, which starts with ms since 1970: in base 36, or in decimal in old versions. */
function timeOf(id: string): number | undefined {
  const [start = ''] = id.split('-')
  const time = parseInt(start, /^\d{13}$/.test(start) ? 10 : 36)
  return time >= MIN_TIME_MS && time < 2 * MIN_TIME_MS ? time : undefined
}

/**
 * Reads a stored record of any version, damaged or not. Never throws; returns whatever is readable.
 */
export function readRecord(id: string, stored: unknown): StoredRecord {
  let isDamaged = false
  const damage = () => {
    isDamaged = true
  }
  if (!isMembers(stored)) damage()
  const { createdAt = timeOf(id), ...more } = readMembers(
    migrateRecord(isMembers(stored) ? stored : {}),
    RECORD,
    damage,
  )
  if (createdAt === undefined || more.pictures === undefined || more.typed === undefined) damage()
  const record = { id, createdAt: createdAt ?? 0, pictures: [], typed: {}, accepted: {}, ...more }
  return { record, isDamaged }
}
